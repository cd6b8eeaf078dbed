import { type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import type { SearchableType, SearchQuery } from "../search-engine";
import type { TextQuery } from "./text-query";

/** Matches beyond these are not counted. */
const MOST_COUNTED = 5_000;

/** Matches that are ranked; the others follow, newest first. */
const MOST_RANKED = 300;

/** As long as fewer documents hold every word, those that lack a word are found too. */
const ENOUGH = 10;

/** How much of a document's body comes along for the excerpt, in characters. */
const BODY_READ = 8_000;

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
};

export type Found = {
  total: number;
  capped: boolean;
  documents: FoundDocument[];
  facets: Record<string, { value: string; count: number }[]>;
};

/** What is asked for beside the words, brought within its limits. */
export type Wanted = Pick<
  SearchQuery,
  "types" | "filters" | "audience" | "facets" | "sort" | "page" | "perPage" | "language"
>;

/**
 * Finds, counts and ranks in one statement. Candidates are chosen by index; at most MOST_RANKED of them are ranked.
 * @param text null for everything
 */
export async function searchDocuments(db: Database, wanted: Wanted, text: TextQuery | null): Promise<Found> {
  const filters = Object.entries(wanted.filters);
  // A facet with a filter of its own is counted without it, so that one sees what else could be ticked.
  const loose = wanted.facets.filter((name) => name === "type" || Object.hasOwn(wanted.filters, name));
  const counted = wanted.facets.filter((name) => !loose.includes(name));
  const matching = (without?: string) =>
    sql.join(conditions(wanted, text !== null, filters, without), sql` and `);
  const ctes = [
    ...(text ? [chosen(wanted, text)] : []),
    sql`found as materialized (
      select type, record_id, facets, newest_at, title_key, minutes, language from search_documents
      where ${matching()} ${text && wanted.sort === "best" ? sql`` : orderBy(wanted)} limit ${MOST_COUNTED + 1})`,
    sql`counts as (${sql.join([facetCounts(counted), ...loose.map((name) => looseCounts(name, matching(name)))], sql` union all `)})`,
    ...(text && wanted.sort === "best" ? ranking(wanted, text, matching()) : []),
    sql`page as (${pageOf(wanted, text)})`,
  ];
  const { rows } = await db.execute<{
    total: number;
    documents: FoundDocument[] | null;
    facets: CountRow[] | null;
  }>(sql`
    with ${sql.join(ctes, sql`, `)}
    select (select count(*)::int from found) as total,
      (select jsonb_agg(jsonb_build_object('name', name, 'value', value, 'count', n) order by n desc, value) from counts)
        as facets,
      (select jsonb_agg(jsonb_build_object('type', d.type, 'recordId', d.record_id, 'slug', d.slug, 'title', d.title,
        'summary', d.summary, 'body', left(d.body, ${BODY_READ}), 'language', d.language, 'shown', d.shown)
        order by p.place) from page p join search_documents d using (type, record_id)) as documents`);
  const row = rows[0]!;
  const facets: Found["facets"] = Object.fromEntries(wanted.facets.map((name) => [name, []]));
  for (const { name, value, count } of row.facets ?? []) facets[name]?.push({ value, count });
  return {
    total: Math.min(row.total, MOST_COUNTED),
    capped: row.total > MOST_COUNTED,
    documents: row.documents ?? [],
    facets,
  };
}

type CountRow = { name: string; value: string; count: number };

const list = (values: string[]) => sql`${sql.param(values)}::text[]`;

function conditions(
  wanted: Wanted,
  withText: boolean,
  filters: [string, string[]][],
  without: string | undefined,
): SQL[] {
  return [
    ...(withText ? [sql`words @@ (select query from chosen)`] : []),
    sql`audience && ${list(wanted.audience)}`,
    ...(without === "type" ? [] : [sql`type = any(${list(wanted.types)})`]),
    ...filters
      .filter(([name]) => name !== without)
      .map(([name, values]) => sql`facets && ${list(values.map((value) => `${name}:${value}`))}`),
  ];
}

/** The strictest of the three queries that finds enough; filters have no say, so that counts of facets stay true. */
const chosen = (wanted: Wanted, text: TextQuery) => {
  const visible = sql`audience && ${list(wanted.audience)} and type = any(${list(wanted.types)})`;
  return sql`chosen as materialized (
    select case
      when (select count(*) from (select from search_documents where words @@ ${text.all}::tsquery and ${visible}
        limit ${ENOUGH}) as every) >= ${ENOUGH} then ${text.all}::tsquery
      when exists (select from search_documents where words @@ ${text.enough}::tsquery and ${visible})
        then ${text.enough}::tsquery
      else ${text.any}::tsquery end as query)`;
};

/** Counts of facets among what was found, names and values apart. */
const facetCounts = (names: string[]) => sql`
  select split_part(facet, ':', 1) as name, substr(facet, strpos(facet, ':') + 1) as value, count(*)::int as n
  from found, unnest(facets) as facet where split_part(facet, ':', 1) = any(${list(names)}) group by facet`;

const looseCounts = (name: string, matching: SQL) =>
  name === "type"
    ? sql`(select 'type', type, count(*)::int from (
        select type from search_documents where ${matching} limit ${MOST_COUNTED}) as m group by type)`
    : sql`(select ${name}::text, substr(facet, ${name.length + 2}::int), count(*)::int from (
        select facets from search_documents where ${matching} limit ${MOST_COUNTED}) as m, unnest(facets) as facet
        where starts_with(facet, ${`${name}:`}) group by facet)`;

/**
 * Ranks candidates, those with a word in their title before others. The score of a document: how much of the
 * question it covers, in which fields, how close together the words stand, and how much of its title they make up.
 */
function ranking(wanted: Wanted, text: TextQuery, matching: SQL): SQL[] {
  const weights = sql`'{0.1,0.45,0.6,1}'::real[]`;
  const terms = sql`unnest(${sql.param(text.terms.map(({ strong }) => strong))}::tsquery[],
    ${sql.param(text.terms.map(({ weak }) => weak))}::tsquery[],
    ${sql.param(text.terms.map(({ size }) => size))}::real[],
    ${sql.param(text.terms.map(({ weight, optional }) => (optional ? weight / 4 : weight)))}::real[])
    as term (strong, weak, size, weight)`;
  return [
    sql`candidates as materialized (
      select type, record_id from (
        (select type, record_id, 0 as place from search_documents
          where ${matching} and words @@ ${text.titled}::tsquery limit ${MOST_RANKED})
        union all (select type, record_id, 1 from found limit ${MOST_RANKED * 2})) as c
      group by type, record_id order by min(place) limit ${MOST_RANKED})`,
    // Joining with an empty vector unpacks the words once instead of once for every term.
    sql`unpacked as materialized (
      select type, record_id, newest_at, language, words || ''::tsvector as words
      from candidates join search_documents using (type, record_id))`,
    sql`ranked as materialized (
      select type, record_id, newest_at, 2 * covered + field + near / (near + 1) + ${own(wanted.language)} as score
      from unpacked,
        ts_rank_cd(${weights}, words, ${text.all}::tsquery) as near,
        lateral (select
          sum(weight * case when words @@ strong then 1 when words @@ weak then 0.8 else 0 end) / sum(weight) as covered,
          sum(weight * greatest(ts_rank(${weights}, words, strong) * size,
            coalesce(ts_rank(${weights}, words, weak), 0) * 0.8)) / sum(weight) as field
          from ${terms}) as score)`,
  ];
}

/** The records of one page with their place on it. */
function pageOf(wanted: Wanted, text: TextQuery | null): SQL {
  const from = (wanted.page - 1) * wanted.perPage;
  if (!text || wanted.sort !== "best") {
    return sql`select type, record_id, row_number() over (${orderBy(wanted)}) as place from found
      order by place limit ${wanted.perPage} offset ${from}`;
  }
  return sql`select type, record_id, row_number() over (order by score desc nulls last, newest_at desc, record_id) as place
    from (select type, record_id, newest_at, score from ranked
      union all select type, record_id, newest_at, null from found
        where ${from + wanted.perPage > MOST_RANKED}
          and not exists (select from ranked r where r.type = found.type and r.record_id = found.record_id)) as every
    order by place limit ${wanted.perPage} offset ${from}`;
}

function orderBy({ sort, language }: Wanted): SQL {
  if (sort === "title") return sql`order by title_key, record_id`;
  if (sort === "shortest") return sql`order by minutes nulls last, newest_at desc, record_id`;
  const first = sort === "best" && language ? sql`${own(language)} desc,` : sql``;
  return sql`order by ${first} newest_at desc, record_id desc`;
}

/** A little more for a document in the reader's language, whatever its region. */
const own = (language: string | undefined) =>
  language
    ? sql`case when split_part(language, '-', 1) = ${language.split("-")[0]!.toLowerCase()} then 0.15 else 0 end`
    : sql`0`;
