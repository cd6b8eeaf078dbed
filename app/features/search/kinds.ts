import type { SearchableType } from "~db/vocabulary/searchable-types";

/** Kinds of records in the index. Schools are not: their own register answers for them. */
export type FoundKind = Extract<SearchableType, "pack" | "resource" | "network">;

/** Where the pages of each kind are; a new kind of record is added here. */
const folders: Record<FoundKind, string> = { pack: "/packs", resource: "/resources", network: "/networks" };

/** All kinds, in the order they are introduced. */
export const foundKinds = Object.keys(folders) as FoundKind[];

/** Kinds with a catalogue of their own, which takes the same `q`. */
const catalogues: ReadonlySet<FoundKind> = new Set(["pack", "resource"]);

export const isFoundKind = (text: string): text is FoundKind => Object.hasOwn(folders, text);

/** Path of a record's page. */
export const pathOf = (kind: FoundKind, slug: string) => `${folders[kind]}/${encodeURIComponent(slug)}`;

/** Path of the page that lists a whole kind. */
export const folderOf = (kind: FoundKind) => folders[kind];

/** Where all results of a kind stand: in its own catalogue, or on a page of the search. */
export function listHref(kind: FoundKind, text: string, literal: boolean): string {
  const words = new URLSearchParams({ q: text, ...(literal ? { literal: "1" } : {}) });
  return catalogues.has(kind) ? `${folders[kind]}?${words}` : `/search?${words}&type=${kind}`;
}
