import { packCatalogue } from "~/features/packs/index.server";
import { resourceCatalogue } from "~/features/resources/index.server";
import {
  type CatalogueAddress,
  type CatalogueSpec,
  catalogueHref,
  readCatalogueAddress,
  toSearchQuery,
} from "~/platform/search-engine/catalogue-address";
import { LARGEST_PAGE, type SearchQuery } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { readSearchAddress, searchSpec } from "./address";
import { kindsApart, typesOf } from "./kinds";

/** The address of a search: a page of ours, and what it is asked for. */
export type SearchedAddress = { path: string; query: string };

/** Pages whose searches can be saved, with what each searches. The search page itself is read by its own rules. */
const catalogues: { spec: CatalogueSpec; types: SearchableType[] }[] = [
  { spec: packCatalogue, types: ["pack"] },
  { spec: resourceCatalogue, types: ["resource"] },
];

type Read = { spec: CatalogueSpec; address: CatalogueAddress; types: SearchableType[] };

function read({ path, query }: SearchedAddress, searchables: readonly Searchable[]): Read | null {
  if (path === searchSpec.path) {
    const { asked, kind } = readSearchAddress(`?${query}`, searchables);
    return {
      spec: searchSpec,
      address: asked,
      types: kind ? [kind.type] : typesOf(kindsApart(searchables, false)),
    };
  }
  const page = catalogues.find(({ spec }) => spec.path === path);
  return page ? { ...page, address: readCatalogueAddress(`?${query}`, page.spec) } : null;
}

/**
 * The one way to write an address: without page and order, which say nothing of what is sought.
 * @returns null for a page whose searches cannot be saved; `asksNothing` where all there is would be found
 */
export function canonicalAddress(
  given: SearchedAddress,
  searchables: readonly Searchable[],
): (SearchedAddress & { asksNothing: boolean }) | null {
  const found = read(given, searchables);
  if (!found) return null;
  const { spec, address } = found;
  const href = catalogueHref(spec, { ...address, sort: spec.sorts[0] ?? "best" });
  return {
    path: spec.path,
    query: href.slice(spec.path.length + 1),
    asksNothing: address.text === "" && Object.keys(address.filters).length === 0,
  };
}

/** The page of a saved search. */
export const hrefOf = ({ path, query }: SearchedAddress) => (query ? `${path}?${query}` : path);

/**
 * The question of a saved search, newest first.
 * @returns null where its page is no longer there
 */
export function newestQuery(
  saved: SearchedAddress,
  reader: { audience: string[]; language: string },
  searchables: readonly Searchable[],
): SearchQuery | null {
  const found = read(saved, searchables);
  if (!found) return null;
  const { spec, address, types } = found;
  return {
    ...toSearchQuery(address, spec, { types, ...reader }),
    // Among everything the kind stands in the address like a facet; the engine knows it as the type.
    filters: spec === searchSpec ? {} : address.filters,
    // A mail about what is only spelt alike would be a nuisance; who saw mended words has saved these.
    ...{ facets: [], sort: "newest", page: 1, perPage: LARGEST_PAGE, literal: true },
  };
}
