import type { Searchable } from "~/platform/search-engine/searchable";
import type { SearchableType } from "~db/vocabulary/searchable-types";

/** The kinds whose results stand together, or those that are searched by themselves. */
export const kindsApart = (searchables: readonly Searchable[], apart: boolean): Searchable[] =>
  searchables.filter(({ presented }) => presented.apart === apart);

/** The kinds /api/v1/search tells of. */
export const kindsInApi = (searchables: readonly Searchable[]): Searchable[] =>
  searchables.filter(({ presented }) => presented.inApi);

export const typesOf = (searchables: readonly Searchable[]): SearchableType[] =>
  searchables.map(({ type }) => type);

/** A kind by its word; null where there is none. */
export const kindOf = (searchables: readonly Searchable[], type: string): Searchable | null =>
  searchables.find((searchable) => searchable.type === type) ?? null;

/** The page that lists a whole kind: its own, or one of the search. */
export const listOf = ({ type, presented }: Searchable): string =>
  presented.list?.path ?? `/search?type=${type}`;

/** Where all results of a kind stand: in its own catalogue, or on a page of the search. */
export function listHref({ type, presented }: Searchable, text: string, literal: boolean): string {
  const words = new URLSearchParams({ q: text, ...(literal ? { literal: "1" } : {}) });
  return presented.list?.takesWords ? `${presented.list.path}?${words}` : `/search?${words}&type=${type}`;
}
