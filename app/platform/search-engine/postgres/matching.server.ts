import { type SQL, sql } from "drizzle-orm";
import type { SearchQuery } from "../search-engine";
import type { TextQuery } from "./text-query";

/** What is asked for beside the words, brought within its limits. */
export type Wanted = Pick<
  SearchQuery,
  "types" | "filters" | "audience" | "facets" | "sort" | "page" | "perPage" | "language"
>;

/** As long as fewer documents hold every word, those that lack a word are found too. */
const ENOUGH = 10;

export const list = (values: string[]): SQL => sql`${sql.param(values)}::text[]`;

/**
 * Whether a document's words answer a query, by index. `unpacks` is never run: it tells the planner what reading the
 * table from end to end would cost (see the migration that makes it).
 */
export const answers = (query: SQL): SQL => sql`words @@ ${query} and (slug <> '' or unpacks(slug))`;

/**
 * The conditions a document meets, for a statement that has `chosen` where there is text.
 * @param without a facet, or "type", whose filter is left out
 */
export function matching(wanted: Wanted, text: TextQuery | null, without?: string): SQL {
  const conditions = [
    ...(text ? [answers(sql`(select query from chosen)`)] : []),
    sql`audience && ${list(wanted.audience)}`,
    ...(without === "type" ? [] : [sql`type = any(${list(wanted.types)})`]),
    ...Object.entries(wanted.filters)
      .filter(([name]) => name !== without)
      .map(([name, values]) => sql`facets && ${list(values.map((value) => `${name}:${value}`))}`),
  ];
  return sql.join(conditions, sql` and `);
}

/** The strictest of the three queries that finds enough; filters have no say, so that counts of facets stay true. */
export function chosen(wanted: Wanted, text: TextQuery): SQL {
  const visible = sql`audience && ${list(wanted.audience)} and type = any(${list(wanted.types)})`;
  return sql`chosen as materialized (
    select case
      when (select count(*) from (select from search_documents where ${answers(sql`${text.all}::tsquery`)} and ${visible}
        limit ${ENOUGH}) as every) >= ${ENOUGH} then ${text.all}::tsquery
      when exists (select from search_documents where ${answers(sql`${text.enough}::tsquery`)} and ${visible})
        then ${text.enough}::tsquery
      else ${text.any}::tsquery end as query)`;
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
