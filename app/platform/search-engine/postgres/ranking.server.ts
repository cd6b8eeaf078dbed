import { type SQL, sql } from "drizzle-orm";
import type { Wanted } from "../limits";
import { ownLanguage } from "./matching.server";
import type { TextQuery } from "./text-query";

/** Matches that are ranked; the others follow, newest first. */
export const MOST_RANKED = 100;

/** How close words stand together is looked at for the best of these only: it takes longest. */
const MOST_COMPARED = 20;

/** How much a word counts in the body, among the keywords, in the summary, in the title. */
const fieldWeights = sql`'{0.1,0.45,0.6,1}'::real[]`;

/** What holds a word of the question in its title, and the others anywhere; what holds the only one there holds it. */
export const inTitle = (text: TextQuery, query: SQL): SQL =>
  text.terms.length > 1 ? sql`(${query} && ${text.titled}::tsquery)` : sql`(select ${text.titled}::tsquery)`;

/**
 * Ranks candidates, as `ranked (at, newest_at, score)`; those with a word in their title are candidates before others.
 * The score of a document: how much of the question it covers, in which fields, how close together the words stand,
 * and a little for the reader's own language.
 */
export function ranking(wanted: Wanted, text: TextQuery): SQL[] {
  const terms = sql`unnest(${sql.param(text.terms.map(({ strong }) => strong))}::tsquery[],
    ${sql.param(text.terms.map(({ weak }) => weak))}::tsquery[],
    ${sql.param(text.terms.map(({ size }) => size))}::real[],
    ${sql.param(text.terms.map(({ weight, optional }) => (optional ? weight / 4 : weight)))}::real[])
    as term (strong, weak, size, weight)`;
  const near = text.terms.length > 1 ? sql`ts_rank_cd(${fieldWeights}, words, ${text.all}::tsquery)` : sql`0`;
  return [
    sql`candidates as materialized (select at from found order by titled desc limit ${MOST_RANKED})`,
    // Joining with an empty vector unpacks the words once instead of once for every term.
    sql`unpacked as materialized (
      select at, newest_at, language, words || ''::tsvector as words
      from candidates join search_documents d on d.ctid = at)`,
    sql`scored as materialized (
      select *, row_number() over (order by score desc) as place from (
        select at, newest_at, words, 2 * covered + field + ${ownLanguage(wanted.language)} as score
        from unpacked, lateral (select
          sum(weight * case when words @@ strong then 1 when words @@ weak then 0.8 else 0 end) / sum(weight)
            as covered,
          sum(weight * greatest(ts_rank(${fieldWeights}, words, strong) * size,
            coalesce(ts_rank(${fieldWeights}, words, weak), 0) * 0.8)) / sum(weight) as field
          from ${terms}) as terms) as every)`,
    sql`ranked as materialized (
      select at, newest_at, score + near / (near + 1) as score
      from scored, lateral (select case when place <= ${MOST_COMPARED} then ${near} else 0 end as near) as compared)`,
  ];
}

/** The ranked records of one page, as (at, place). */
export function rankedPage({ page, perPage }: Wanted): SQL {
  const from = (page - 1) * perPage;
  const rest = sql`union all select at, newest_at, null from found
    where not exists (select from ranked r where r.at = found.at)`;
  return sql`
    select at, row_number() over (order by score desc nulls last, newest_at desc, at) as place
    from (select at, newest_at, score from ranked ${from + perPage > MOST_RANKED ? rest : sql``}) as every
    order by place limit ${perPage} offset ${from}`;
}
