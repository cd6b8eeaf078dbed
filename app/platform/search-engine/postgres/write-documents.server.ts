import { type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { type Transaction, transaction } from "~db/transaction.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { documentHash } from "../document-hash.server";
import type { SearchDocument } from "../search-engine";
import { canBeMisspelt, nearKeys } from "../text/spelling";
import { termsOf } from "../text/words";
import { stemmedAs, stemmers } from "./languages";

/** Any constant number will do. Writers go one after the other, so that the counts of words stay exact. */
const WRITE_LOCK = 7_226_103;

/** Longer bodies are searched up to here, in characters. */
const LONGEST_BODY = 60_000;

/** Documents written in one statement. */
const PORTION = 100;

/** JSON that PostgreSQL takes: it refuses NUL and halves of surrogate pairs. */
const toJson = (rows: unknown) =>
  JSON.stringify(rows, (_, value) =>
    typeof value === "string" ? value.replace(/[\0\p{Cs}]/gu, " ") : value,
  );

/** Places of one word in a body that are kept: more say nothing new and make ranking slow. */
const MOST_PLACES = 6;

/** Terms with repetitions beyond MOST_PLACES left empty, so that the others keep their places. */
function sparse(terms: string[]): string[] {
  const seen = new Map<string, number>();
  return terms.map((term) => {
    const times = (seen.get(term) ?? 0) + 1;
    seen.set(term, times);
    return times > MOST_PLACES ? "" : term;
  });
}

/** A document as the statement below takes it. Field names are short: they travel with every row. */
function rowOf(document: SearchDocument) {
  const title = termsOf(document.title);
  const keywords = document.keywords.flatMap(termsOf);
  const summary = termsOf(document.summary);
  const body = sparse(termsOf(document.body.slice(0, LONGEST_BODY)));
  const tag = stemmedAs(document.language);
  return {
    row: {
      type: document.type,
      record_id: document.recordId,
      slug: document.slug,
      title: document.title,
      summary: document.summary,
      body: document.body.slice(0, LONGEST_BODY),
      language: document.language,
      shown: document.shown,
      facets: Object.entries(document.facets).flatMap(([name, values]) =>
        [...new Set(values)].map((value) => `${name}:${value}`),
      ),
      audience: document.audience,
      title_key: title.join(" ").slice(0, 500),
      minutes: document.minutes,
      hash: documentHash(document),
      newest_at: document.newestAt.toISOString(),
      tag: tag && `${tag}/`,
      stemmer: tag && stemmers[tag],
      a: title.join(" "),
      b: keywords.join(" "),
      c: summary.join(" "),
      d: body.join(" "),
    },
    heads: [...title, ...keywords, ...summary],
    body,
  };
}

/**
 * The vector of a row: every term with its positions and the letter of its field, its stem as "en/bridg" at the same
 * positions, both for the title once more as "t/…", and the kind of record as "y/pack". The shifts keep fields apart, so that no phrase spans two.
 * Terms hold letters and digits only, so quoting is safe.
 */
const vector = sql`(
  select concat('''y/', d.type, ''' ', string_agg('''' || lexeme || ''':' || places, ' '))::tsvector from (
    select lexeme, string_agg(form.places, ',') as places from (
      select term, (ts_lexize(coalesce(d.stemmer, 'simple')::regdictionary, term))[1] as stem,
        string_agg(least(n + shift, 16383) || weight, ',') as places,
        string_agg(n || weight, ',') filter (where weight = 'A') as in_title
      from (values (d.a, 'A', 0), (d.b, 'B', 200), (d.c, 'C', 1000), (d.d, 'D', 2000)) as field (terms, weight, shift),
        unnest(string_to_array(field.terms, ' ')) with ordinality as t (term, n)
      where term <> '' group by term
    ) as terms,
    lateral (values (term, terms.places), (d.tag || stem, terms.places), ('t/' || term, in_title), ('t/' || d.tag || stem, in_title))
      as form (lexeme, places)
    where lexeme is not null and form.places is not null group by lexeme
  ) as lexemes
)`;

/** What a change does to the counts of words; "*" stands for the document itself. */
const countsOf = (table: string, sign: 1 | -1): SQL => sql`
  select word, ${sql.raw(String(sign))} as n,
    case when 'everyone' = any(audience) then ${sql.raw(String(sign))} else 0 end as open,
    case when 'members' = any(audience) then ${sql.raw(String(sign))} else 0 end as inside
  from ${sql.raw(table)}, unnest(tsvector_to_array(words) || '{*}'::text[]) as word
  where not starts_with(word, 't/') and not starts_with(word, 'y/')`;

const keepCounts = (changes: SQL): SQL => sql`
  insert into search_words as w (word, documents, for_everyone, for_members)
  select word, sum(n), sum(open), sum(inside) from (${changes}) as change
  group by word having sum(n) <> 0 or sum(open) <> 0 or sum(inside) <> 0 order by word
  on conflict (word) do update set documents = w.documents + excluded.documents,
    for_everyone = w.for_everyone + excluded.for_everyone, for_members = w.for_members + excluded.for_members`;

/** Adds documents or replaces those of the same records; a few milliseconds a document. */
export async function putDocuments(db: Database, documents: SearchDocument[]): Promise<void> {
  // The last one of a record wins, as it would one by one.
  const latest = [
    ...new Map(documents.map((document) => [`${document.type} ${document.recordId}`, document])).values(),
  ];
  for (let at = 0; at < latest.length; at += PORTION) {
    const rows = latest.slice(at, at + PORTION).map(rowOf);
    await writing(db, async (tx) => {
      await tx.execute(sql`
        with d as (select * from jsonb_to_recordset(${toJson(rows.map(({ row }) => row))}::jsonb) as row (
          type text, record_id uuid, slug text, title text, summary text, body text, language text, shown jsonb,
          facets text[], audience text[], title_key text, minutes int, hash text, newest_at timestamptz, tag text, stemmer text,
          a text, b text, c text, d text)),
        old as (select s.words, s.audience from search_documents s join d using (type, record_id)),
        written as (
          insert into search_documents (type, record_id, slug, title, summary, body, language, shown, facets, audience,
            words, title_key, minutes, newest_at, hash)
          select type, record_id, slug, title, summary, body, language, shown, facets, audience, ${vector}, title_key,
            minutes, newest_at, hash from d
          on conflict (type, record_id) do update set slug = excluded.slug, title = excluded.title,
            summary = excluded.summary, body = excluded.body, language = excluded.language, shown = excluded.shown,
            facets = excluded.facets, audience = excluded.audience, words = excluded.words,
            title_key = excluded.title_key, minutes = excluded.minutes, newest_at = excluded.newest_at, hash = excluded.hash,
            indexed_at = now()
          returning words, audience)
        ${keepCounts(sql`${countsOf("old", -1)} union all ${countsOf("written", 1)}`)}`);
      await keepSpellings(
        tx,
        rows.flatMap(({ heads }) => heads),
        rows.flatMap(({ body }) => body),
      );
    });
  }
}

/** Takes documents out of the index. */
export async function removeDocuments(
  db: Database,
  type: SearchableType,
  recordIds: string[],
): Promise<void> {
  if (recordIds.length === 0) return;
  await takeOut(db, sql`type = ${type} and record_id = any(${sql.param(recordIds)}::uuid[])`);
}

/** Takes out every document of a type that is not among these records. */
export async function keepOnlyDocuments(
  db: Database,
  type: SearchableType,
  recordIds: string[],
): Promise<void> {
  // A join, because "not any" of a long list would be compared one by one.
  await takeOut(
    db,
    sql`type = ${type} and not exists (
      select from unnest(${sql.param(recordIds)}::uuid[]) as kept (id) where kept.id = record_id)`,
  );
  await forgetLostWords(db);
}

const takeOut = (db: Database, condition: SQL) =>
  writing(db, async (tx) => {
    await tx.execute(sql`
      with gone as (delete from search_documents where ${condition} returning words, audience)
      ${keepCounts(countsOf("gone", -1))}`);
  });

/** Runs one writer at a time. */
async function writing(db: Database, work: (tx: Transaction) => Promise<void>): Promise<void> {
  try {
    await transaction(db, async (tx) => {
      // Nobody waits for it at a page, and it may have to wait for its turn. With less memory, grouping goes to disk.
      await tx.execute(
        sql`select set_config('statement_timeout', '5min', true), set_config('work_mem', '32MB', true)`,
      );
      await tx.execute(sql`select pg_advisory_xact_lock(${WRITE_LOCK})`);
      await work(tx);
    });
  } catch (error) {
    // The query builder's message repeats every document; the database's own is one line.
    throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
  }
}

/** Words that nothing holds any longer stay with a count of 0 until then: counting is all that search asks of them. */
const forgetLostWords = (db: Database) =>
  writing(db, async (tx) => {
    await tx.execute(sql`delete from search_words where documents <= 0`);
    await tx.execute(sql`
      delete from search_spellings s where not exists (select from search_words w where w.word = s.word)`);
  });

/**
 * Learns the spelling of words that are new. What stands in one body alone is often no word at all, or one nobody
 * means: those are learnt when a second document brings them.
 */
async function keepSpellings(tx: Transaction, heads: string[], bodies: string[]): Promise<void> {
  const lists = [heads, bodies].map(
    (words) => sql`${sql.param([...new Set(words)].filter(canBeMisspelt))}::text[]`,
  );
  const { rows } = await tx.execute<{ word: string }>(sql`
    select word from unnest(${lists[0]}) as word
    where not exists (select from search_spellings s where s.word = word.word)
    union select word from unnest(${lists[1]}) as body (word) join search_words using (word)
    where documents > 1 and not exists (select from search_spellings s where s.word = body.word)`);
  if (rows.length === 0) return;
  const learnt = rows.map(({ word }) => ({ word, keys: nearKeys(word) }));
  await tx.execute(sql`
    insert into search_spellings (word, keys)
    select word, keys from jsonb_to_recordset(${toJson(learnt)}::jsonb) as l (word text, keys text[])
    on conflict do nothing`);
}
