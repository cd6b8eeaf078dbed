import { LARGEST_PAGE, MOST_REACHABLE, type SearchQuery } from "./search-engine";

/** What is asked for beside the words, brought within its limits. */
export type Wanted = Pick<
  SearchQuery,
  "types" | "filters" | "audience" | "facets" | "sort" | "page" | "perPage" | "language" | "everyWord"
>;

/** Most facets, values of one and audiences that are looked at. */
const MOST_FACETS = 20;
const MOST_VALUES = 50;
const MOST_AUDIENCES = 1_000;

/** Any question, made one that an engine can answer: whole pages that can be reached, bounded lists, clean texts. */
export function withinLimits(query: SearchQuery): Wanted {
  const whole = (number: number, most: number) => Math.min(Math.max(1, Math.trunc(number) || 1), most);
  const perPage = whole(query.perPage, LARGEST_PAGE);
  const plain = (text: string) => text.slice(0, 200).replace(/[\0\p{Cs}]/gu, "");
  const filters = Object.entries(query.filters)
    .filter(([, values]) => values.length > 0)
    .slice(0, MOST_FACETS)
    .map(([name, values]) => [plain(name), values.slice(0, MOST_VALUES).map(plain)] as const);
  return {
    types: query.types,
    filters: Object.fromEntries(filters),
    audience: query.audience.slice(0, MOST_AUDIENCES),
    facets: [...new Set(query.facets.slice(0, MOST_FACETS).map(plain))],
    sort: query.sort,
    everyWord: query.everyWord,
    language: query.language?.slice(0, 35).replace(/[^A-Za-z0-9-]/g, ""),
    page: whole(query.page, Math.max(1, Math.floor(MOST_REACHABLE / perPage))),
    perPage,
  };
}
