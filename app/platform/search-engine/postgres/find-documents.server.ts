import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Database } from "~db/client.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import type { Wanted } from "../limits";
import { counts, MOST_COUNTED, matches, type Sought } from "./counting.server";
import { filtering, isOwn, matching, orderBy } from "./matching.server";
import { inTitle, rankedPage, ranking } from "./ranking.server";
import type { TextQuery } from "./text-query";

/** How much of a document's body comes along for the excerpt, in characters. */
const BODY_READ = 5_000;

/** Where nothing is to be marked, the body only stands in for a missing summary. */
const BODY_SHOWN = 300;

/** Matches of words that are sorted by something else than how well they match. */
const MOST_SORTED = 20_000;

/** Searches with up to so many filters are planned once a connection. */
const MOST_PLANNED = 3;

const dialect = new PgDialect();

/** As long as fewer documents hold every word, those that lack a word are found too. */
const ENOUGH = 10;

/** A document that is shown, not marked yet. */
export type FoundDocument = {
  type: SearchableType;
  recordId: string;
  slug: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  shown: Record<string, unknown>;
  newestAt: Date;
};

export type Found = {
  total: number;
  capped: boolean;
  documents: FoundDocument[];
  facets: Record<string, { value: string; count: number }[]>;
};

type Row = Omit<FoundDocument, "type" | "newestAt"> & {
  newestAt: string | Date;
  /** Null in the only row of an answer without documents. */
  type: SearchableType | null;
  total: number;
  /** Documents that match, whatever their facets. */
  matched: number;
  counts: { name: string; value: string; count: number }[] | null;
};

/**
 * Finds, counts and ranks in one statement; in a second one where too few documents hold every word. Filters have no
 * say in that, so that counts of facets stay true.
 * @param text null for everything
 */
export async function findDocuments(db: Database, wanted: Wanted, text: TextQuery | null): Promise<Found> {
  if (text === null) return (await find(db, wanted, null, null)).found;
  // In a subquery the planner does not see how common the words are: it would read the table from end to end where
  // most documents hold them, unpacking each.
  const every = await find(db, wanted, text, sql`(select ${text.all}::tsquery)`);
  if (wanted.everyWord || every.matched >= ENOUGH || text.any === text.all) return every.found;
  const some = matching(wanted, sql`(select ${text.enough}::tsquery)`);
  const fewer = sql`chosen as materialized (
    select case when exists (select from search_documents where ${some}) then ${text.enough}::tsquery
      else ${text.any}::tsquery end as query)`;
  return (await find(db, wanted, text, sql`(select query from chosen)`, [fewer])).found;
}

/** @param query the tsquery that is searched, and `first` what it is chosen by */
async function find(
  db: Database,
  wanted: Wanted,
  text: TextQuery | null,
  query: SQL | null,
  first: SQL[] = [],
): Promise<{ found: Found; matched: number }> {
  const ranks = text && query && wanted.sort === "best";
  const sought: Sought | null = query && { query, titled: ranks ? inTitle(text, query) : null };
  const parts = [
    ...first,
    ...matches(wanted, sought),
    counts(wanted),
    ...(ranks ? ranking(wanted, text) : []),
    sql`page as (${ranks ? rankedPage(wanted) : sortedPage(wanted, query)})`,
  ];
  const { sql: statement, params } = dialect.sqlToQuery(sql`
    with ${sql.join(parts, sql`, `)}
    select total.*, d.type, d.record_id as "recordId", d.slug, d.title, d.summary,
      left(d.body, ${text ? BODY_READ : BODY_SHOWN}) as body, d.language, d.shown, d.newest_at as "newestAt"
    from (select (select count(*)::int from found) as total, (select count(*)::int from base) as matched,
      (select json_agg(json_build_object('name', name, 'value', value, 'count', n) order by n desc, value) from counts)
        as counts) as total
    left join page on true left join search_documents d on d.ctid = page.at order by place`);
  // With words, the best plan does not depend on them, and planning would take longer than finding a rare word. Without,
  // it depends on how rare the filters are. Many filters make too many different statements to remember.
  const planned = query !== null && Object.keys(wanted.filters).length <= MOST_PLANNED;
  const name = planned
    ? `search ${createHash("sha256").update(statement).digest("hex").slice(0, 32)}`
    : undefined;
  const { rows } = await db.$client.query<Row>({ name, text: statement, values: params });
  return { found: foundIn(rows, wanted), matched: rows[0]!.matched };
}

function foundIn(rows: Row[], wanted: Wanted): Found {
  const { total, counts: counted } = rows[0]!;
  const facets: Found["facets"] = Object.fromEntries(wanted.facets.map((name) => [name, []]));
  for (const { name, value, count } of counted ?? []) facets[name]?.push({ value, count });
  return {
    total: Math.min(total, MOST_COUNTED),
    capped: total > MOST_COUNTED,
    documents: rows.flatMap(
      ({ total: _total, matched: _matched, counts: _counts, type, newestAt, ...rest }) =>
        type ? [{ type, ...rest, newestAt: new Date(newestAt) }] : [],
    ),
    facets,
  };
}

/** The records of one page in an order that is not by words, as (at, place). */
function sortedPage(wanted: Wanted, query: SQL | null): SQL {
  const from = (wanted.page - 1) * wanted.perPage;
  const documents = (condition: SQL) =>
    sql`select * , ctid as at from search_documents where ${matching(wanted, query)} ${filtering(wanted, query !== null)} ${condition}`;
  const page = sql`limit ${wanted.perPage} offset ${from}`;
  const placed = (rows: SQL) => sql`select at, row_number() over () as place from (${rows}) as sorted`;
  // With words, all matches are taken before they are sorted: read in the wanted order, every other document of the
  // index would be unpacked on the way.
  if (query)
    return placed(
      sql`select * from (${documents(sql`limit ${MOST_SORTED}`)}) as taken ${orderBy(wanted)} ${page}`,
    );
  if (wanted.sort !== "best" || !wanted.language) return placed(sql`${documents(orderBy(wanted))} ${page}`);
  // Those in the reader's language and the others each come from an index in their order.
  const newest = orderBy({ ...wanted, sort: "newest" });
  const most = sql`limit ${from + wanted.perPage}`;
  const half = (condition: SQL) => sql`(${documents(sql`and ${condition} ${newest} ${most}`)})`;
  const own = isOwn(wanted.language);
  return placed(
    sql`select * from (${half(own)} union all ${half(sql`not ${own}`)}) as halves ${orderBy(wanted)} ${page}`,
  );
}
