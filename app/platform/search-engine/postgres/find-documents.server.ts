import { type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { counts, MOST_COUNTED } from "./counting.server";
import { matching, orderBy, type Wanted } from "./matching.server";
import { rankedPage, ranking } from "./ranking.server";
import type { TextQuery } from "./text-query";

/** How much of a document's body comes along for the excerpt, in characters. */
const BODY_READ = 5_000;

/** Where nothing is to be marked, the body only stands in for a missing summary. */
const BODY_SHOWN = 300;

/** Matches of words that are sorted by something else than how well they match. */
const MOST_SORTED = 20_000;

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
  counts: { name: string; value: string; count: number }[] | null;
};

/**
 * Finds, counts and ranks in one statement. Candidates are chosen by index, and few of them are ranked.
 * @param text null for everything
 */
export async function findDocuments(db: Database, wanted: Wanted, text: TextQuery | null): Promise<Found> {
  const ranks = text !== null && wanted.sort === "best";
  const query = text && sql`(select query from chosen)`;
  const from = (wanted.page - 1) * wanted.perPage;
  const parts = [
    ...(text ? choosing(wanted, text) : [sql`found as materialized (${documents(wanted, null)})`]),
    counts(wanted, query),
    ...(text && query && ranks ? ranking(wanted, text, query) : []),
    ranks
      ? sql`page as (${rankedPage(from, wanted.perPage)})`
      : sql`page as (select type, record_id, row_number() over (${orderBy(wanted)}) as place from found
          order by place limit ${wanted.perPage} offset ${from})`,
  ];
  const { rows } = await db.execute<Row>(sql`
    with ${sql.join(parts, sql`, `)}
    select total.total, total.counts, d.type, d.record_id as "recordId", d.slug, d.title, d.summary,
      left(d.body, ${text ? BODY_READ : BODY_SHOWN}) as body, d.language, d.shown, d.newest_at as "newestAt"
    from (select (select count(*)::int from found) as total,
      (select json_agg(json_build_object('name', name, 'value', value, 'count', n) order by n desc, value) from counts)
        as counts) as total
    left join page on true left join search_documents d using (type, record_id) order by place`);
  const { total, counts: counted } = rows[0]!;
  const facets: Found["facets"] = Object.fromEntries(wanted.facets.map((name) => [name, []]));
  for (const { name, value, count } of counted ?? []) facets[name]?.push({ value, count });
  return {
    total: Math.min(total, MOST_COUNTED),
    capped: total > MOST_COUNTED,
    documents: rows.flatMap(({ total: _total, counts: _counts, type, newestAt, ...rest }) =>
      type ? [{ type, ...rest, newestAt: new Date(newestAt) }] : [],
    ),
    facets,
  };
}

const known = sql`type, record_id, facets, newest_at, title_key, minutes, language`;

/** What is known of matching documents from here on; in no order where they are ranked afterwards. */
function documents(wanted: Wanted, query: SQL | null, condition = sql`true`): SQL {
  const matched = sql`select ${known} from search_documents where ${condition} and ${matching(wanted, query)}`;
  if (query && wanted.sort === "best") return sql`${matched} limit ${MOST_COUNTED + 1}`;
  // With words, all matches are taken before they are sorted: read in the wanted order, every other document of the
  // index would be unpacked on the way.
  const taken = query ? sql`select * from (${matched} limit ${MOST_SORTED}) as taken` : matched;
  return sql`${taken} ${orderBy(wanted)} limit ${MOST_COUNTED + 1}`;
}

/**
 * `chosen`, the strictest of the three queries that finds enough, and what it `found`. Filters have no say in the
 * choice, so that counts of facets stay true; without any, what holds every word is read once for both.
 */
function choosing(wanted: Wanted, text: TextQuery): SQL[] {
  const unfiltered = Object.keys(wanted.filters).length === 0;
  // In a subquery the planner does not see how common the words are: it would read the table from end to end where
  // most documents hold them, unpacking each.
  const all = sql`(select ${text.all}::tsquery)`;
  const isEnough = wanted.everyWord ? sql`true` : sql`(select count(*) from every) >= ${ENOUGH}`;
  const every = unfiltered
    ? documents(wanted, all)
    : sql`select from search_documents where ${matching({ ...wanted, filters: {} }, all)} limit ${ENOUGH}`;
  const some = matching({ ...wanted, filters: {} }, sql`(select ${text.enough}::tsquery)`);
  const searched = sql`(select query from chosen)`;
  return [
    sql`every as materialized (${every})`,
    sql`chosen as materialized (
      select case when ${isEnough} then ${all}
        when exists (select from search_documents where ${some}) then ${text.enough}::tsquery
        else ${text.any}::tsquery end as query)`,
    unfiltered
      ? sql`found as materialized (select * from every where ${isEnough}
          union all (${documents(wanted, searched, sql`not ${isEnough}`)}))`
      : sql`found as materialized (${documents(wanted, searched)})`,
  ];
}
