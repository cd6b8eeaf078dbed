import { m } from "~/platform/i18n/messages";
import { ageBandName, durationName, languageName, subjectName } from "~/platform/i18n/vocabulary";
import type { FacetWords } from "~/platform/search-engine/catalogue-view";
import type { SearchSort } from "~/platform/search-engine/search-engine";
import { ageBands } from "~db/vocabulary/ages";
import { durations } from "~db/vocabulary/durations";

/**
 * What the facets of the catalogue and its ways to sort are called, in the reader's language.
 * @param materials names by slug
 */
export function catalogueWords(materials: Map<string, string>): {
  facets: Record<string, FacetWords>;
  sorts: Partial<Record<SearchSort, string>>;
} {
  return {
    facets: {
      subject: { label: m.packs_facet_subject(), valueLabel: subjectName },
      age: {
        label: m.packs_facet_age(),
        valueLabel: ageBandName,
        chipLabel: (band) => m.packs_chip_age({ ages: ageBandName(band) }),
        order: ageBands,
      },
      duration: { label: m.packs_facet_duration(), valueLabel: durationName, order: durations },
      material: { label: m.packs_facet_material(), valueLabel: (slug) => materials.get(slug) ?? slug },
      language: { label: m.packs_facet_language(), valueLabel: languageName },
      licence: { label: m.packs_facet_licence(), valueLabel: (licence) => licence },
    },
    sorts: {
      best: m.packs_sort_best(),
      newest: m.packs_sort_newest(),
      shortest: m.packs_sort_shortest(),
      title: m.packs_sort_title(),
    },
  };
}
