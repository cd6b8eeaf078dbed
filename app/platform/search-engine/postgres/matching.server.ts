import { type SQL, sql } from "drizzle-orm";
import { type SearchableType, searchableTypes } from "~db/vocabulary/searchable-types";
import type { SearchQuery } from "../search-engine";

/** What is asked for beside the words, brought within its limits. */
export type Wanted = Pick<
  SearchQuery,
  "types" | "filters" | "audience" | "facets" | "sort" | "page" | "perPage" | "language" | "everyWord"
>;

export const list = (values: string[]): SQL => sql`${sql.param(values)}::text[]`;

/**
 * Whether a document's words answer a query, by index. `unpacks` is never run: it tells the planner what reading the
 * table from end to end would cost (see the migration that makes it).
 */
export const answers = (query: SQL): SQL => sql`words @@ ${query} and (slug <> '' or unpacks(slug))`;

/**
 * The conditions a document meets.
 * @param query the tsquery its words answer; null for any words
 * @param without a facet whose filter is left out
 */
export function matching(wanted: Wanted, query: SQL | null, without?: string): SQL {
  const conditions = [
    query ? answers(ofTypes(wanted.types, query)) : sql`type = any(${list(wanted.types)})`,
    sql`audience && ${list(wanted.audience)}`,
    ...Object.entries(wanted.filters)
      .filter(([name]) => name !== without)
      .map(([name, values]) => sql`facets && ${list(values.map((value) => `${name}:${value}`))}`),
  ];
  return sql.join(conditions, sql` and `);
}

/** Narrows a query to kinds of records, which stand among the words, so that one index finds both. */
function ofTypes(types: SearchableType[], query: SQL): SQL {
  if (searchableTypes.every((type) => types.includes(type))) return query;
  const kinds = types.map((type) => `'y/${type}'`).join(" | ");
  return sql`(${query} && ${kinds || "'y/none'"}::tsquery)`;
}

export function orderBy({ sort, language }: Wanted): SQL {
  if (sort === "title") return sql`order by title_key, record_id`;
  if (sort === "shortest") return sql`order by minutes nulls last, newest_at desc, record_id`;
  const first = sort === "best" && language ? sql`${ownLanguage(language)} desc,` : sql``;
  return sql`order by ${first} newest_at desc, record_id desc`;
}

/** A little more for a document in the reader's language, whatever its region. */
export const ownLanguage = (language: string | undefined): SQL =>
  language
    ? sql`case when split_part(language, '-', 1) = ${language.split("-")[0]!.toLowerCase()} then 0.15 else 0 end`
    : sql`0`;
