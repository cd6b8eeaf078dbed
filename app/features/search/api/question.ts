import { readCatalogueAddress } from "~/platform/search-engine/catalogue-address";
import {
  LARGEST_PAGE,
  MOST_REACHABLE,
  type SearchQuery,
  type SearchSort,
} from "~/platform/search-engine/search-engine";
import { type Kind, kinds } from "../kinds";

/** Facets that can be asked for; each is a parameter of its own. */
export const apiFacets = ["subject", "age", "material", "duration", "language", "licence"] as const;

export const apiSorts = ["best", "newest", "shortest", "title"] as const satisfies readonly SearchSort[];

export const USUAL_PAGE = 20;

/** A parameter whose value is none of the known ones. */
export type UnknownValue = { parameter: "type" | "sort"; known: readonly string[] };

/**
 * Reads a question to the API. Numbers out of range are brought into it, words that mean nothing to us are refused:
 * a program that misspells "sort" should be told.
 */
export function readQuestion(url: URL): { query: SearchQuery } | { unknown: UnknownValue } {
  const { searchParams } = url;
  const sort = searchParams.get("sort") || "best";
  if (!apiSorts.some((known) => known === sort)) return { unknown: { parameter: "sort", known: apiSorts } };
  const types = searchParams.getAll("type").filter(Boolean).slice(0, 20);
  if (!types.every(isKind)) return { unknown: { parameter: "type", known: kinds } };
  const perPage = within(searchParams.get("perPage"), USUAL_PAGE, LARGEST_PAGE);
  const address = readCatalogueAddress(url, { path: "", facets: apiFacets, sorts: apiSorts, perPage });
  return {
    query: {
      text: address.text,
      types: types.length > 0 ? [...new Set(types)] : [...kinds],
      filters: address.filters,
      // The API knows nobody: it finds what everybody may.
      audience: ["everyone"],
      facets: ["type", ...apiFacets],
      sort: address.sort,
      page: within(searchParams.get("page"), 1, Math.max(1, Math.floor(MOST_REACHABLE / perPage))),
      perPage,
      literal: address.literal,
    },
  };
}

const isKind = (type: string): type is Kind => kinds.some((known) => known === type);

/** A whole number from 1 to `most`; `usual` where none was given. */
function within(text: string | null, usual: number, most: number): number {
  const number = /^-?\d{1,9}$/.test(text ?? "") ? Number(text) : usual;
  return Math.min(Math.max(1, number), most);
}
