import { type SQL, sql } from "drizzle-orm";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import type { Wanted } from "../limits";
import { filtering, list, matching } from "./matching.server";

/** Matches beyond these are not counted. */
export const MOST_COUNTED = 2_000;

/**
 * Matches that are read where filters and words narrow together: each facet with a filter of its own is counted without
 * it, and reading a few thousand rows once takes less than finding them in the index again for each.
 */
const MOST_READ = 8_000;

/** Matches of kinds that were not asked for are counted up to here. */
const MOST_OTHERS = 1_000;

/**
 * What matches: `base`, whatever its facets, and `found`, what of it passes the filters. Rows are known by their place
 * in the table (ctid), which stays the same within a statement and is the quickest way back to them.
 * @param query the tsquery that is searched; null for everything
 */
export function matches(wanted: Wanted, query: SQL | null): SQL[] {
  const columns = sql.raw(["ctid as at", ...columnsFor(wanted)].join(", "));
  const limit = first(query, MOST_COUNTED + 1);
  const most = query && Object.keys(wanted.filters).length > 0 ? MOST_READ : MOST_COUNTED;
  const parts = [
    sql`base as materialized (
      select ${columns} from search_documents where ${matching(wanted, query)} ${first(query, most + 1)})`,
    sql`whole as materialized (select count(*) <= ${most} as it from base)`,
  ];
  if (Object.keys(wanted.filters).length === 0)
    return [...parts, sql`found as not materialized (select * from base)`];
  return [
    ...parts,
    sql`found as materialized (
      (select * from base where (select it from whole) ${filtering(wanted, true)} limit ${MOST_COUNTED + 1})
      union all (select ${columns} from search_documents
        where not (select it from whole) and ${matching(wanted, query)} ${filtering(wanted, query !== null)} ${limit}))`,
  ];
}

/** The first so many rows; without words the newest, for an index has them in that order. */
const first = (query: SQL | null, most: number): SQL =>
  query ? sql`limit ${most}` : sql`order by newest_at desc, record_id desc limit ${most}`;

/** Columns beside their place that are needed of matches: the fewer, the quicker. */
const columnsFor = ({ sort, facets, filters }: Wanted) => [
  ...(sort === "best" ? ["newest_at"] : []),
  ...(facets.includes("type") ? ["type"] : []),
  ...(facets.some((name) => name !== "type") || Object.keys(filters).length > 0 ? ["facets"] : []),
];

/**
 * Counts of facets, as `counts (name, value, n)`. A facet with a filter of its own is counted without it, so that one
 * sees what else could be ticked; the others among what was `found`.
 */
export function counts(wanted: Wanted, query: SQL | null): SQL {
  const loose = wanted.facets.filter((name) => name !== "type" && Object.hasOwn(wanted.filters, name));
  const plain = wanted.facets.filter((name) => name !== "type" && !loose.includes(name));
  const parts = [
    ...(plain.length > 0 ? [countsAmongFound(plain)] : []),
    ...loose.map((name) => countsWithout(name, wanted, query)),
    ...(wanted.facets.includes("type") ? [countsOfTypes(wanted, query)] : []),
  ];
  if (parts.length === 0) return sql`counts as (select '' as name, '' as value, 0 as n where false)`;
  return sql`counts (name, value, n) as (${sql.join(parts, sql` union all `)})`;
}

// Counted first and taken apart afterwards ("offset 0" keeps the planner from turning that round): there are a hundred
// times fewer values than documents that have them.
const countsAmongFound = (names: string[]) => sql`
  select split_part(facet, ':', 1), substr(facet, strpos(facet, ':') + 1), n from (
    select facet, count(*)::int as n from (select unnest(facets) as facet from found) as every group by facet
    offset 0) as each
  where split_part(facet, ':', 1) = any(${list(names)})`;

const countsWithout = (name: string, wanted: Wanted, query: SQL | null) => sql`
  select ${name}::text, substr(facet, ${name.length + 2}::int), n from (
    select facet, count(*)::int as n from (select unnest(facets) as facet from (
      (select facets from base where (select it from whole) ${filtering(wanted, true, name)} limit ${MOST_COUNTED})
      union all (select facets from search_documents
        where not (select it from whole) and ${matching(wanted, query)} ${filtering(wanted, query !== null, name)}
        ${first(query, MOST_COUNTED)})) as m) as every group by facet offset 0) as each
  where starts_with(facet, ${`${name}:`})`;

function countsOfTypes(wanted: Wanted, query: SQL | null): SQL {
  const isOther = !searchableTypes.every((type) => wanted.types.includes(type));
  // Not asked of the index by kind: many kinds beside many forms of a word take it longer than reading past some.
  const others = sql`union all (select type from search_documents
    where ${matching({ ...wanted, types: [...searchableTypes] }, query)} and type <> all(${list(wanted.types)})
      ${filtering(wanted, query !== null)} ${first(query, MOST_OTHERS)})`;
  return sql`
    select 'type', type, count(*)::int from (select type from found ${isOther ? others : sql``}) as every
    group by type`;
}
