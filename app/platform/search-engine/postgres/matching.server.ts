import { type SQL, sql } from "drizzle-orm";
import { type SearchableType, searchableTypes } from "~db/vocabulary/searchable-types";
import type { Wanted } from "../limits";

export const list = (values: string[]): SQL => sql`${sql.param(values)}::text[]`;

/**
 * Always true. `unpacks` is never run: it tells the planner what reading the table from end to end would cost (see the
 * migration that makes it).
 */
export const dear: SQL = sql.raw("(slug <> '' or unpacks(slug))");

/** Whether a document's words answer a query, by index. */
export const answers = (query: SQL): SQL => sql`words @@ ${query} and ${dear}`;

/**
 * The conditions a document meets, whatever its facets.
 * @param query the tsquery its words answer; null for any words
 */
export function matching(wanted: Wanted, query: SQL | null): SQL {
  const words = query ? [answers(ofTypes(wanted.types, query))] : ofType(wanted.types);
  return sql.join([...words, sql`audience && ${list(wanted.audience)}`], sql` and `);
}

/**
 * The filters a document passes, each with "and" before it.
 * @param worded whether words narrow the search already: "is true" then keeps the planner from reading the index on
 *   facets too, which takes longer than looking at the few documents that the words leave
 * @param without a facet whose filter is left out
 */
export function filtering({ filters }: Wanted, worded: boolean, without?: string): SQL {
  const conditions = Object.entries(filters)
    .filter(([name]) => name !== without)
    .map(([name, values]) => {
      const passes = sql`facets && ${list(values.map((value) => `${name}:${value}`))}`;
      return worded ? sql` and (${passes}) is true` : sql` and ${passes}`;
    });
  return sql.join(conditions, sql``);
}

const isAll = (types: SearchableType[]) => searchableTypes.every((type) => types.includes(type));

/** Narrows a query to kinds of records, which stand among the words, so that one index finds both. */
function ofTypes(types: SearchableType[], query: SQL): SQL {
  if (isAll(types)) return query;
  const kinds = types.map((type) => `'y/${type}'`).join(" | ");
  return sql`(${query} && ${kinds || "'y/none'"}::tsquery)`;
}

// One kind compared as one value, and all of them not at all: an index can then be read in the order that is wanted.
function ofType(types: SearchableType[]): SQL[] {
  if (isAll(types)) return [];
  return [types.length === 1 ? sql`type = ${types[0]!}` : sql`type = any(${list(types)})`];
}

export function orderBy({ sort, language }: Wanted): SQL {
  if (sort === "title") return sql`order by title_key, record_id`;
  if (sort === "shortest") return sql`order by minutes nulls last, newest_at desc, record_id`;
  const first = sort === "best" && language ? sql`(${isOwn(language)}) desc,` : sql``;
  return sql`order by ${first} newest_at desc, record_id desc`;
}

/** Whether a document is in a language, whatever its region. */
export const isOwn = (language: string): SQL =>
  sql`split_part(language, '-', 1) = ${language.split("-")[0]!.toLowerCase()}`;

/** A little more for a document in the reader's language. */
export const ownLanguage = (language: string | undefined): SQL =>
  language ? sql`case when ${isOwn(language)} then 0.15 else 0 end` : sql`0`;
