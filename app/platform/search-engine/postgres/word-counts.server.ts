import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "~db/transaction.server";
import { canBeMeant, keysOfMeant } from "../text/spelling";
import { toJson } from "../text/to-json";

/** What a change does to the counts of words; "*" stands for the document itself. */
export const countsOf = (table: string, sign: 1 | -1): SQL => sql`
  select word, ${sql.raw(String(sign))} as n,
    case when 'everyone' = any(audience) then ${sql.raw(String(sign))} else 0 end as open,
    case when 'members' = any(audience) then ${sql.raw(String(sign))} else 0 end as inside
  from ${sql.raw(table)}, unnest(tsvector_to_array(words) || '{*}'::text[]) as word
  where not starts_with(word, 't/') and not starts_with(word, 'y/')`;

/** Brings search_words up to date with changes (see `countsOf`), and returns the words that nothing holds any longer. */
export const keepCounts = (changes: SQL): SQL => sql`
  insert into search_words as w (word, documents, for_everyone, for_members)
  select word, sum(n), sum(open), sum(inside) from (${changes}) as change
  group by word having sum(n) <> 0 or sum(open) <> 0 or sum(inside) <> 0 order by word
  on conflict (word) do update set documents = w.documents + excluded.documents,
    for_everyone = w.for_everyone + excluded.for_everyone, for_members = w.for_members + excluded.for_members
  returning w.word, w.documents`;

/** Selects the words that nothing holds any longer from what `keepCounts` returned. */
export const lostAmong = (counted: string): SQL =>
  sql`select word from ${sql.raw(counted)} where documents <= 0`;

/** Forgets words that nothing holds any longer: they may be the name of somebody who is gone. */
export async function forgetWords(tx: Transaction, words: string[]): Promise<void> {
  if (words.length === 0) return;
  const lost = sql`word = any(${sql.param(words)}::text[])`;
  await tx.execute(sql`
    delete from search_words where ${lost} and documents <= 0`);
  await tx.execute(sql`
    delete from search_spellings s where ${lost} and not exists (select from search_words w where w.word = s.word)`);
}

/** Forgets every word that nothing holds any longer. */
export async function forgetLostWords(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from search_words where documents <= 0`);
  await tx.execute(sql`
    delete from search_spellings s where not exists (select from search_words w where w.word = s.word)`);
}

/**
 * Learns the spelling of words that are new. What stands in one body alone is often no word at all, or one nobody
 * means: those are learnt when a second document brings them.
 */
export async function keepSpellings(tx: Transaction, heads: string[], bodies: string[]): Promise<void> {
  const lists = [heads, bodies].map(
    (words) => sql`${sql.param([...new Set(words)].filter(canBeMeant))}::text[]`,
  );
  const { rows } = await tx.execute<{ word: string }>(sql`
    select word from unnest(${lists[0]}) as word
    where not exists (select from search_spellings s where s.word = word.word)
    union select word from unnest(${lists[1]}) as body (word) join search_words using (word)
    where documents > 1 and not exists (select from search_spellings s where s.word = body.word)`);
  if (rows.length === 0) return;
  const learnt = rows.map(({ word }) => ({ word, keys: keysOfMeant(word) }));
  await tx.execute(sql`
    insert into search_spellings (word, keys)
    select word, keys from jsonb_to_recordset(${toJson(learnt)}::jsonb) as l (word text, keys text[])
    on conflict do nothing`);
}
