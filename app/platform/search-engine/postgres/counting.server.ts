import { type SQL, sql } from "drizzle-orm";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import { list, matching, type Wanted } from "./matching.server";

/** Matches beyond these are not counted. */
export const MOST_COUNTED = 5_000;

/** Matches of kinds that were not asked for are counted up to here. */
const MOST_OTHERS = 1_000;

/**
 * Counts of facets, as `counts (name, value, n)`. A facet with a filter of its own is counted without it, so that one
 * sees what else could be ticked; the others among what was `found`.
 * @param query the tsquery that is searched; null for everything
 */
export function counts(wanted: Wanted, query: SQL | null): SQL {
  const loose = wanted.facets.filter((name) => name !== "type" && Object.hasOwn(wanted.filters, name));
  const plain = wanted.facets.filter((name) => name !== "type" && !loose.includes(name));
  const parts = [
    ...(plain.length > 0 ? [countsAmongFound(plain)] : []),
    ...loose.map((name) => countsWithout(name, matching(wanted, query, name))),
    ...(wanted.facets.includes("type") ? [countsOfTypes(wanted, query)] : []),
  ];
  if (parts.length === 0) return sql`counts as (select '' as name, '' as value, 0 as n where false)`;
  return sql`counts (name, value, n) as (${sql.join(parts, sql` union all `)})`;
}

// Counted first and taken apart afterwards: there are a hundred times fewer values than documents that have them.
const countsAmongFound = (names: string[]) => sql`
  select split_part(facet, ':', 1), substr(facet, strpos(facet, ':') + 1), n from (
    select facet, count(*)::int as n from (select unnest(facets) as facet from found) as every group by facet) as each
  where split_part(facet, ':', 1) = any(${list(names)})`;

const countsWithout = (name: string, matched: SQL) => sql`
  select ${name}::text, substr(facet, ${name.length + 2}::int), count(*)::int from (
    select unnest(facets) as facet from (
      select facets from search_documents where ${matched} limit ${MOST_COUNTED}) as m) as every
  where starts_with(facet, ${`${name}:`}) group by facet`;

function countsOfTypes(wanted: Wanted, query: SQL | null): SQL {
  const others = searchableTypes.filter((type) => !wanted.types.includes(type));
  const ofOthers = sql`union all (select type from search_documents
    where ${matching({ ...wanted, types: others }, query)} limit ${MOST_OTHERS})`;
  return sql`
    select 'type', type, count(*)::int from (select type from found ${others.length > 0 ? ofOthers : sql``}) as every
    group by type`;
}
