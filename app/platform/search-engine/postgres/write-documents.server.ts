import { type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import type { Transaction } from "~db/transaction.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import type { SearchDocument } from "../search-engine";
import { toJson } from "../text/to-json";
import { indexRows, latestOf, type WordedRow } from "./index-rows.server";
import { stemsFrom } from "./stems.server";
import { countsOf, forgetWords, keepCounts, keepSpellings, lostAmong } from "./word-counts.server";
import { noteChanges, writing } from "./writing.server";

/** Documents written in one statement. */
const PORTION = 200;

/** Adds documents or replaces those of the same records; a few milliseconds a document. */
export async function putDocuments(db: Database, documents: SearchDocument[]): Promise<void> {
  const latest = latestOf(documents);
  const stems = stemsFrom(db);
  for (let at = 0; at < latest.length; at += PORTION) {
    const rows = await indexRows(latest.slice(at, at + PORTION), stems);
    await writing(db, async (tx, noting) => {
      await putRows(tx, rows);
      if (noting)
        await noteChanges(
          tx,
          rows.map(({ row }) => row),
        );
    });
  }
}

/** Writes rows and what they change in the counts and spellings of words. */
export async function putRows(tx: Transaction, rows: WordedRow[]): Promise<void> {
  const { rows: lost } = await tx.execute<{ word: string }>(sql`
    with d as (select * from jsonb_to_recordset(${toJson(rows.map(({ row }) => row))}::jsonb) as row (
      type text, record_id uuid, slug text, title text, summary text, body text, language text, shown jsonb,
      facets text[], audience text[], words tsvector, title_key text, minutes int, newest_at timestamptz, hash text)),
    old as (select s.words, s.audience from search_documents s join d using (type, record_id)),
    written as (
      insert into search_documents (type, record_id, slug, title, summary, body, language, shown, facets, audience,
        words, title_key, minutes, newest_at, hash)
      select type, record_id, slug, title, summary, body, language, shown, facets, audience, words, title_key,
        minutes, newest_at, hash from d
      on conflict (type, record_id) do update set slug = excluded.slug, title = excluded.title,
        summary = excluded.summary, body = excluded.body, language = excluded.language, shown = excluded.shown,
        facets = excluded.facets, audience = excluded.audience, words = excluded.words,
        title_key = excluded.title_key, minutes = excluded.minutes, newest_at = excluded.newest_at,
        hash = excluded.hash, indexed_at = now()
      returning words, audience),
    counted as (${keepCounts(sql`${countsOf("old", -1)} union all ${countsOf("written", 1)}`)})
    ${lostAmong("counted")}`);
  await forgetWords(
    tx,
    lost.map(({ word }) => word),
  );
  await keepSpellings(
    tx,
    rows.flatMap(({ heads }) => heads),
    rows.flatMap(({ body }) => body),
  );
}

/** Takes documents out of the index. */
export async function removeDocuments(
  db: Database,
  type: SearchableType,
  recordIds: string[],
): Promise<void> {
  if (recordIds.length === 0) return;
  await writing(db, async (tx, noting) => {
    await takeOut(tx, sql`type = ${type} and record_id = any(${sql.param(recordIds)}::uuid[])`);
    // Also of those that were not there: the index that is being made may have them already.
    if (noting)
      await noteChanges(
        tx,
        recordIds.map((record_id) => ({ type, record_id })),
      );
  });
}

async function takeOut(tx: Transaction, condition: SQL): Promise<{ type: string; record_id: string }[]> {
  const { rows } = await tx.execute<{ type: string; record_id: string; lost: string[] | null }>(sql`
    with gone as (delete from search_documents where ${condition} returning type, record_id, words, audience),
    counted as (${keepCounts(countsOf("gone", -1))}),
    lost as (${lostAmong("counted")})
    select type, record_id, (select array_agg(word) from lost) as lost from gone`);
  await forgetWords(tx, rows[0]?.lost ?? []);
  return rows.map(({ type, record_id }) => ({ type, record_id }));
}
