import type { SearchableType } from "~db/vocabulary/searchable-types";
import { LONGEST_TEXT, MOST_REACHABLE, type SearchQuery, type SearchSort } from "./search-engine";

/** What a catalogue page offers; the address of the page says what of it the reader wants. */
export type CatalogueSpec = {
  /** Path of the page, such as "/packs". */
  path: string;
  /** Facets in the order they are shown; each is a parameter of the address. */
  facets: readonly string[];
  /** Facets with a closed list of values: others count as not said, for a filter that nothing can have helps nobody. */
  closed?: Record<string, readonly string[]>;
  sorts: readonly SearchSort[];
  perPage: number;
};

/** What the address of a catalogue page says. */
export type CatalogueAddress = {
  /** What was typed, with spaces at its ends taken off; "" for everything. */
  text: string;
  /** Wanted values by facet; facets without any are left out. */
  filters: Record<string, string[]>;
  sort: SearchSort;
  page: number;
  /** Search the words as typed, without mending; never without words. */
  literal: boolean;
};

/** More values of one facet than anybody ticks, and the longest of them. */
const MOST_VALUES = 20;
const LONGEST_VALUE = 100;

const clean = (text: string) => text.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim();

/**
 * Reads the address of a catalogue page. Never fails: what it cannot read counts as not said.
 * @param url the request's address, or its query part alone
 */
export function readCatalogueAddress(url: string | URL, spec: CatalogueSpec): CatalogueAddress {
  const parameters = parametersOf(url);
  const filters: Record<string, string[]> = {};
  for (const facet of spec.facets) {
    const values = parameters
      .getAll(facet)
      .slice(0, MOST_VALUES * 2)
      .map(clean);
    const wanted = [...new Set(values)].filter(
      (value) =>
        value !== "" && value.length <= LONGEST_VALUE && (spec.closed?.[facet]?.includes(value) ?? true),
    );
    if (wanted.length > 0) filters[facet] = wanted.slice(0, MOST_VALUES).sort();
  }
  const sort = parameters.get("sort");
  const text = [...clean(parameters.get("q") ?? "")].slice(0, LONGEST_TEXT).join("").trim();
  return {
    text,
    filters,
    sort: spec.sorts.find((known) => known === sort) ?? defaultSort(spec),
    page: readPage(parameters.get("page"), spec.perPage),
    literal: text !== "" && parameters.get("literal") === "1",
  };
}

/** The address that says exactly this: what is usual is left out, so that one state has one address. */
export function catalogueHref(
  spec: CatalogueSpec,
  address: CatalogueAddress,
  change: Partial<CatalogueAddress> = {},
): string {
  // A change of what is wanted begins again on the first page.
  const next = { ...address, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (next.text) parameters.set("q", next.text);
  if (next.text && next.literal) parameters.set("literal", "1");
  for (const facet of spec.facets) {
    for (const value of next.filters[facet] ?? []) parameters.append(facet, value);
  }
  if (next.sort !== defaultSort(spec)) parameters.set("sort", next.sort);
  if (next.page > 1) parameters.set("page", String(next.page));
  const query = parameters.toString();
  return query ? `${spec.path}?${query}` : spec.path;
}

/**
 * Where an address leads today that names values which have other names by now.
 * @param current today's name by the one asked for; what is not in it stays as it is
 * @returns null where nothing was renamed
 */
export function renamedHref(
  spec: CatalogueSpec,
  address: CatalogueAddress,
  facet: string,
  current: ReadonlyMap<string, string>,
): string | null {
  const asked = address.filters[facet] ?? [];
  const values = [...new Set(asked.map((value) => current.get(value) ?? value))].sort();
  if (values.every((value) => asked.includes(value))) return null;
  return catalogueHref(spec, address, {
    filters: { ...address.filters, [facet]: values },
    page: address.page,
  });
}

/** The address's filters without one value of one facet. */
export function withoutValue(
  address: CatalogueAddress,
  facet: string,
  value: string,
): CatalogueAddress["filters"] {
  const { [facet]: values = [], ...others } = address.filters;
  const rest = values.filter((other) => other !== value);
  return rest.length > 0 ? { ...others, [facet]: rest } : others;
}

/** The query that answers an address. */
export function toSearchQuery(
  address: CatalogueAddress,
  spec: CatalogueSpec,
  what: { types: SearchableType[]; audience: string[]; language?: string },
): SearchQuery {
  return {
    text: address.text,
    types: what.types,
    filters: address.filters,
    audience: what.audience,
    // How many there are of other kinds is worth counting only where something is asked for.
    facets: asksNothing(address) ? [...spec.facets] : [...spec.facets, "type"],
    sort: address.sort,
    page: address.page,
    perPage: spec.perPage,
    literal: address.literal,
    language: what.language,
  };
}

const asksNothing = ({ text, filters }: CatalogueAddress) => text === "" && Object.keys(filters).length === 0;

const defaultSort = (spec: CatalogueSpec): SearchSort => spec.sorts[0] ?? "best";

function readPage(text: string | null, perPage: number): number {
  const page = /^\d{1,6}$/.test(text ?? "") ? Number(text) : 1;
  return Math.min(Math.max(1, page), Math.max(1, Math.floor(MOST_REACHABLE / perPage)));
}

function parametersOf(url: string | URL): URLSearchParams {
  if (url instanceof URL) return url.searchParams;
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1).split("#")[0]);
}

/**
 * Where to send a reader who asks for a page beyond the last one that holds something.
 * @returns the address of that last page, or null where the page asked for exists or nothing was found at all
 */
export function lastPageInstead(
  spec: CatalogueSpec,
  address: CatalogueAddress,
  { total, hits, perPage }: { total: number; hits: readonly unknown[]; perPage: number },
): string | null {
  if (total === 0 || hits.length > 0 || address.page === 1) return null;
  // An engine may stop before its own count: then one page back at a time.
  return catalogueHref(spec, address, { page: Math.min(Math.ceil(total / perPage), address.page - 1) });
}
