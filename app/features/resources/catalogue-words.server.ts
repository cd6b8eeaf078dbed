import { m } from "~/platform/i18n/messages";
import { languageName, subjectName } from "~/platform/i18n/vocabulary";
import type { FacetWords } from "~/platform/search-engine/catalogue-view";
import type { SearchSort } from "~/platform/search-engine/search-engine";
import { kindName } from "./kinds";
import { licenceLabel } from "./licence";

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
      subject: { label: m.resources_facet_subject(), valueLabel: subjectName },
      language: { label: m.resources_facet_language(), valueLabel: languageName },
      kind: { label: m.resources_facet_kind(), valueLabel: kindName },
      material: { label: m.resources_facet_material(), valueLabel: (slug) => materials.get(slug) ?? slug },
      licence: { label: m.resources_facet_licence(), valueLabel: licenceLabel },
    },
    sorts: {
      best: m.resources_sort_best(),
      newest: m.resources_sort_newest(),
      shortest: m.resources_sort_shortest(),
      title: m.resources_sort_title(),
    },
  };
}
