import { type SQL, sql } from "drizzle-orm";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import type { Wanted } from "../limits";
import { dear, filtering, list, matching } from "./matching.server";

/** Matches beyond these are not counted: nobody pages further. */
export const MOST_COUNTED = 1_000;

/**
 * Matches that are read where filters and words narrow together: what passes is counted among them, with and without
 * each filter, and reading a few thousand rows once takes less than finding them in the index again for each.
 */
const MOST_READ = 4_000;

/** Matches of kinds that were not asked for are counted up to here. */
const MOST_OTHERS = 500;

/** What is searched for. */
export type Sought = {
  /** The tsquery that words have to answer. */
  query: SQL;
  /** The one that those answer which hold a word in their title: they come first. Null where the order is another. */
  titled: SQL | null;
};

/**
 * What matches: `base`, whatever its facets, and `found`, what of it passes the filters. Rows are known by their place
 * in the table (ctid), which stays the same within a statement and is the quickest way back to them.
 * @param sought null for everything
 */
export function matches(wanted: Wanted, sought: Sought | null): SQL[] {
  const filtered = Object.keys(wanted.filters).length > 0;
  const most = sought && filtered ? MOST_READ : MOST_COUNTED;
  return [
    ...rows("base", wanted, sought, { most: most + 1 }),
    sql`whole as materialized (select count(*) <= ${most} as it from base)`,
    ...(filtered ? passing("found", wanted, sought) : [sql`found as not materialized (select * from base)`]),
    ...looseFacets(wanted).flatMap((name, n) => passing(`without_${n}`, wanted, sought, name)),
    ...(countsOthers(wanted) ? otherKinds(wanted, sought) : []),
  ];
}

/**
 * Rows of the index, as a CTE of that name.
 * @param options.condition what else they have to meet, with "and" before it
 * @param options.newest whether they are the newest ones; with words they are any
 */
function rows(
  name: string,
  wanted: Wanted,
  sought: Sought | null,
  { condition = sql``, most, newest = true }: { condition?: SQL; most: number; newest?: boolean },
): SQL[] {
  const columns = sql.raw(["ctid as at", ...columnsFor(wanted)].join(", "));
  const some = (query: SQL | null) =>
    sql`select ${columns} from search_documents where ${matching(wanted, query)} ${condition}`;
  const [all, heads] = [sql.raw(name), sql.raw(`${name}_titled`)];
  if (!sought?.titled) {
    const order = sought || !newest ? sql`` : sql`order by newest_at desc, record_id desc`;
    return [sql`${all} as materialized (${some(sought?.query ?? null)} ${order} limit ${most})`];
  }
  // Where titles alone are more than is counted, the others are not looked for: finding what holds a common word
  // takes longest of all.
  return [
    sql`${heads} as materialized (${some(sought.titled)} limit ${most})`,
    sql`${all} as materialized (
      select *, true as titled from ${heads}
      union all (select *, false from (${some(sought.query)} limit ${most}) as every
        where (select count(*) < ${most} from ${heads}) and at not in (select at from ${heads})))`,
  ];
}

/**
 * What passes the filters, as a CTE of that name: of what was read already where that is all there is, or more than is
 * counted, and from the index otherwise.
 * @param without a facet whose filter is left out
 */
function passing(name: string, wanted: Wanted, sought: Sought | null, without?: string): SQL[] {
  const [all, read, settled] = [sql.raw(name), sql.raw(`${name}_read`), sql.raw(`${name}_settled`)];
  const unsettled = sql`and not (select it from ${settled}) ${filtering(wanted, sought !== null, without)}`;
  return [
    sql`${read} as materialized (
      select * from base where true ${filtering(wanted, true, without)} limit ${MOST_COUNTED + 1})`,
    sql`${settled} as materialized (
      select (select it from whole) or count(*) > ${MOST_COUNTED} as it from ${read})`,
    ...rows(`${name}_sought`, wanted, sought, { condition: unsettled, most: MOST_COUNTED + 1 }),
    sql`${all} as materialized (select * from ${read} where (select it from ${settled})
      union all select * from ${sql.raw(`${name}_sought`)})`,
  ];
}

/** Columns beside their place that are needed of matches: the fewer, the quicker. */
const columnsFor = ({ sort, facets, filters }: Wanted) => [
  ...(sort === "best" ? ["newest_at"] : []),
  ...(facets.includes("type") ? ["type"] : []),
  ...(facets.some((name) => name !== "type") || Object.keys(filters).length > 0 ? ["facets"] : []),
];

/** Facets with a filter of their own, which are counted without it: so one sees what else could be ticked. */
const looseFacets = ({ facets, filters }: Wanted) =>
  facets.filter((name) => name !== "type" && Object.hasOwn(filters, name));

const countsOthers = ({ facets, types }: Wanted) =>
  facets.includes("type") && !searchableTypes.every((type) => types.includes(type));

/** Counts of facets, as `counts (name, value, n)`: of those with a filter without it, of the others in what was `found`. */
export function counts(wanted: Wanted): SQL {
  const loose = looseFacets(wanted);
  const plain = wanted.facets.filter((name) => name !== "type" && !loose.includes(name));
  const parts = [
    ...(plain.length > 0 ? [countsIn("found", plain)] : []),
    ...loose.map((name, n) => countsIn(`without_${n}`, [name])),
    ...(wanted.facets.includes("type") ? [countsOfTypes(wanted)] : []),
  ];
  if (parts.length === 0) return sql`counts as (select '' as name, '' as value, 0 as n where false)`;
  return sql`counts (name, value, n) as (${sql.join(parts, sql` union all `)})`;
}

// Counted first and taken apart afterwards ("offset 0" keeps the planner from turning that round): there are a hundred
// times fewer values than documents that have them.
const countsIn = (table: string, names: string[]) => sql`
  select split_part(facet, ':', 1), substr(facet, strpos(facet, ':') + 1), n from (
    select facet, count(*)::int as n from (select unnest(facets) as facet from ${sql.raw(table)}) as every
    group by facet offset 0) as each
  where split_part(facet, ':', 1) = any(${list(names)})`;

/**
 * Matches of kinds that were not asked for, as `others`. They are not asked of the index by kind: many kinds beside many
 * forms of a word take it longer than reading past some.
 */
function otherKinds(wanted: Wanted, sought: Sought | null): SQL[] {
  // Without words, filters are the quickest way to them; without either, the index that has them by date.
  const byFilters = !sought && Object.keys(wanted.filters).length > 0;
  return rows("others", { ...wanted, types: [...searchableTypes] }, sought, {
    condition: sql`and type <> all(${list(wanted.types)}) ${filtering(wanted, sought !== null)}
      ${byFilters ? sql`and ${dear}` : sql``}`,
    most: MOST_OTHERS,
    newest: !byFilters,
  });
}

const countsOfTypes = (wanted: Wanted) => sql`
  select 'type', type, count(*)::int from (
    select type from found ${countsOthers(wanted) ? sql`union all select type from others` : sql``}) as every
  group by type`;
