import {
  type CatalogueAddress,
  type CatalogueSpec,
  readCatalogueAddress,
} from "~/platform/search-engine/catalogue-address";
import type { Services } from "~/platform/services/services.server";
import { type FoundKind, isFoundKind } from "./kinds";

/** /search as a catalogue whose one facet is the kind; so its addresses are read and written like all others. */
export const searchSpec: CatalogueSpec = { path: "/search", facets: ["type"], sorts: ["best"], perPage: 20 };

/** Who searches, and with what. */
export type Asker = { services: Services; audience: string[]; locale: string };

export type SearchAddress = {
  /** As `platform/search-engine` reads and writes it; `filters.type` holds at most the one kind. */
  asked: CatalogueAddress;
  /** The only kind wanted; null for everything, in groups. */
  kind: FoundKind | null;
};

/** Reads the address of the search page. What it cannot read counts as not said. */
export function readSearchAddress(url: string | URL): SearchAddress {
  const { filters, ...asked } = readCatalogueAddress(url, searchSpec);
  const kind = filters.type?.find(isFoundKind) ?? null;
  return { asked: { ...asked, filters: kind ? { type: [kind] } : {} }, kind };
}
