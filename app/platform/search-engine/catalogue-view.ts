import { type CatalogueAddress, type CatalogueSpec, catalogueHref, withoutValue } from "./catalogue-address";
import { withMended, withoutMarks } from "./mended-text";
import { MOST_REACHABLE, type SearchAnswer, type SearchSort } from "./search-engine";

/** How a facet is named to the reader. */
export type FacetWords = {
  label: string;
  valueLabel: (value: string) => string;
  /** What the chip of a set value says, where the value's label alone would be a riddle ("Age 11 to 14"). */
  chipLabel?: (value: string) => string;
  /** A closed list: always shown, in this order, also what nothing has. Otherwise the most frequent come first. */
  order?: readonly string[];
};

/** What a catalogue page shows around its results, as plain data; `ui/catalogue` draws it. */
export type CatalogueView = {
  path: string;
  text: string;
  sort: string;
  sorts: { value: string; label: string }[];
  facets: {
    name: string;
    label: string;
    values: { value: string; label: string; count: number; checked: boolean }[];
  }[];
  chips: { label: string; to: string }[];
  /** The page without any filter; null where none is set. */
  clearHref: string | null;
  total: number;
  /** Whether there are more than `total`. */
  capped: boolean;
  page: number;
  pages: number;
  /** Address of the first page of this state; the others add their number. */
  firstHref: string;
  /** What was searched instead of what was typed, mended words between marks; null when nothing was mended. */
  mended: { shown: string; typed: string; literalHref: string } | null;
  /** The words that were searched, mended ones included, and the first page of a search for them. */
  searched: { text: string; href: string };
  /** How many of each kind of record the same words find. */
  counts: Record<string, number>;
};

/**
 * Joins what the reader asked for with what was found.
 * @param words what facets and ways to sort are called
 */
export function catalogueView(
  spec: CatalogueSpec,
  address: CatalogueAddress,
  answer: SearchAnswer,
  words: { facets: Record<string, FacetWords>; sorts: Partial<Record<SearchSort, string>> },
): CatalogueView {
  const facets = spec.facets.map((name) => facetView(name, address, answer, words.facets[name]));
  const chips = facets.flatMap(({ name, values }) =>
    values
      .filter(({ checked }) => checked)
      .map(({ value, label }) => ({
        label: words.facets[name]?.chipLabel?.(value) ?? label,
        to: catalogueHref(spec, address, { filters: withoutValue(address, name, value) }),
      })),
  );
  return {
    path: spec.path,
    text: address.text,
    sort: address.sort,
    sorts: spec.sorts.map((value) => ({ value, label: words.sorts[value] ?? value })),
    facets: facets.filter(({ values }) => values.length > 0),
    chips,
    clearHref: chips.length > 0 ? catalogueHref(spec, address, { filters: {} }) : null,
    total: answer.total,
    capped: answer.capped,
    page: answer.page,
    pages: Math.ceil(Math.min(answer.total, MOST_REACHABLE) / answer.perPage),
    firstHref: catalogueHref(spec, address),
    mended: mendedView(spec, address, answer),
    searched: searchedView(spec, address, answer),
    counts: Object.fromEntries((answer.facets.type ?? []).map(({ value, count }) => [value, count])),
  };
}

function facetView(
  name: string,
  address: CatalogueAddress,
  answer: SearchAnswer,
  words: FacetWords | undefined,
) {
  const wanted = address.filters[name] ?? [];
  const counts = new Map((answer.facets[name] ?? []).map(({ value, count }) => [value, count]));
  const found = [...counts.keys()];
  const known = words?.order ?? found;
  const values = [...new Set([...known, ...wanted])].map((value) => ({
    value,
    label: words?.valueLabel(value) ?? value,
    count: counts.get(value) ?? 0,
    checked: wanted.includes(value),
  }));
  return { name, label: words?.label ?? name, values };
}

function mendedView(
  spec: CatalogueSpec,
  address: CatalogueAddress,
  answer: SearchAnswer,
): CatalogueView["mended"] {
  if (answer.mended.length === 0) return null;
  return {
    shown: withMended(address.text, answer.mended),
    typed: answer.mended.map(([typed]) => typed).join(" "),
    literalHref: catalogueHref(spec, address, { literal: true }),
  };
}

function searchedView(
  spec: CatalogueSpec,
  address: CatalogueAddress,
  answer: SearchAnswer,
): CatalogueView["searched"] {
  const text = withoutMarks(withMended(address.text, answer.mended));
  return { text, href: catalogueHref(spec, address, { text }) };
}
