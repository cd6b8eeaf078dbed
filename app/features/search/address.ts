import {
  type CatalogueAddress,
  type CatalogueSpec,
  readCatalogueAddress,
} from "~/platform/search-engine/catalogue-address";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { kindOf } from "./kinds";

/** /search as a catalogue whose one facet is the kind; so its addresses are read and written like all others. */
export const searchSpec: CatalogueSpec = { path: "/search", facets: ["type"], sorts: ["best"], perPage: 20 };

/** Who searches, and with what. */
export type Asker = { services: Services; audience: string[]; locale: string };

export type SearchAddress = {
  /** As `platform/search-engine` reads and writes it; `filters.type` holds at most the one kind. */
  asked: CatalogueAddress;
  /** The only kind wanted; null for everything, in groups. */
  kind: Searchable | null;
};

/** Reads the address of the search page. What it cannot read counts as not said. */
export function readSearchAddress(url: string | URL, searchables: readonly Searchable[]): SearchAddress {
  const { filters, ...asked } = readCatalogueAddress(url, searchSpec);
  const [kind = null] = (filters.type ?? []).flatMap((type) => kindOf(searchables, type) ?? []);
  return { asked: { ...asked, filters: kind ? { type: [kind.type] } : {} }, kind };
}
