import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import type { Database } from "~db/client.server";
import { locks } from "~db/locks";
import * as schema from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { SearchDocument } from "../search-engine";
import { canBeMeant, keysOfMeant } from "../text/spelling";
import { copyInto, documentColumns, documentLine, line } from "./copy-rows.server";
import { type CountedWords, countWords } from "./counted-words";
import { indexRows, keyOf, latestOf } from "./index-rows.server";
import { indexNext, makeNext, NEXT, takeOver } from "./next-tables.server";
import { stemsFrom } from "./stems.server";
import { countsOf, forgetLostWords, keepCounts } from "./word-counts.server";
import { putRows } from "./write-documents.server";
import { causeOf } from "./writing.server";

/** Documents cut and sent at a time. */
const PORTION = 250;

/**
 * Makes the index anew beside the one that serves, and puts it in its place in one moment at the end. All of it is one
 * transaction, so that nothing is left behind when it fails; its tables are copied into first and indexed afterwards,
 * which takes a tenth of the time of writing documents one by one. Writers meanwhile go on writing to the tables that
 * serve and note what they change; that is taken over at the end.
 * @param fill puts every document there is; of two with the same record the later one wins
 * @throws what `fill` throws; the index is then as it was
 */
export async function rebuildIndex(
  db: Database,
  fill: (put: (documents: SearchDocument[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  // A connection of its own, for COPY has to run on the one that holds the transaction.
  const client = await db.$client.connect();
  let failed: Error | undefined;
  try {
    await drizzle(client, { schema, casing: "snake_case" }).transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', '0', true),
        set_config('work_mem', '64MB', true), set_config('maintenance_work_mem', '256MB', true)`);
      await tx.execute(sql`select pg_advisory_xact_lock(${locks.searchRebuild})`);
      await tx.execute(sql`delete from search_changes`);
      const serving = await makeNext(tx);
      const { counted, again } = await copyDocuments(client, db, fill);
      await copyWords(client, counted);
      await indexNext(tx, serving);
      for (const documents of again) await putRows(tx, await indexRows(documents, stemsFrom(db)));
      // From here on nobody writes; readers are held up by no more than the change of names.
      await tx.execute(sql`select pg_advisory_xact_lock(${locks.searchWriting})`);
      await takeChanges(tx, serving);
      await takeOver(tx, serving);
    });
  } catch (error) {
    failed = causeOf(error) as Error;
    throw failed;
  } finally {
    // A connection that a broken COPY was left on is of no use to anybody else.
    client.release(failed);
  }
}

/** Copies what `fill` puts. Documents of a record that was put before come back, to be written over it later. */
async function copyDocuments(
  client: pg.PoolClient,
  db: Database,
  fill: (put: (documents: SearchDocument[]) => Promise<void>) => Promise<void>,
): Promise<{ counted: CountedWords; again: SearchDocument[][] }> {
  const counted = countWords();
  const stems = stemsFrom(db);
  const seen = new Set<string>();
  const again: SearchDocument[][] = [];
  const copying = copyInto(client, `${NEXT}.search_documents`, documentColumns);
  const put = async (documents: SearchDocument[]) => {
    const latest = latestOf(documents);
    const repeated = latest.filter((document) => seen.has(keyOf(document)));
    if (repeated.length > 0) again.push(repeated);
    const fresh = latest.filter((document) => !seen.has(keyOf(document)));
    for (const document of fresh) seen.add(keyOf(document));
    for (let at = 0; at < fresh.length; at += PORTION) {
      const rows = await indexRows(fresh.slice(at, at + PORTION), stems);
      for (const { row, lexemes, heads } of rows) counted.add(lexemes, heads, row.audience);
      await copying.write(rows.map(({ row }) => documentLine(row)));
    }
  };
  try {
    await fill(put);
  } catch (error) {
    await copying.abort(error as Error);
    throw error;
  }
  await copying.end();
  return { counted, again };
}

async function copyWords(client: pg.PoolClient, counted: CountedWords): Promise<void> {
  const words = copyInto(client, `${NEXT}.search_words`, [
    "word",
    "documents",
    "for_everyone",
    "for_members",
  ]);
  await words.write(wordLines(counted));
  await words.end();
  const spellings = copyInto(client, `${NEXT}.search_spellings`, ["word", "keys"]);
  await spellings.write(spellingLines(counted));
  await spellings.end();
}

function* wordLines(counted: CountedWords) {
  for (const { word, documents, everyone, members } of counted.all())
    yield line([word, documents, everyone, members]);
}

/** As `keepSpellings` learns them. */
function* spellingLines(counted: CountedWords) {
  for (const { word, documents, head } of counted.all())
    if ((head || documents > 1) && canBeMeant(word)) yield line([word, keysOfMeant(word)]);
}

/** Brings over what writers changed meanwhile in the tables that serve. */
async function takeChanges(tx: Transaction, serving: string): Promise<void> {
  const from = (table: string) => sql.raw(`${serving}.${table}`);
  await tx.execute(sql`
    with gone as (
      delete from search_documents d using search_changes c
      where d.type = c.type and d.record_id = c.record_id returning d.words, d.audience)
    ${keepCounts(countsOf("gone", -1))}`);
  await tx.execute(sql`
    with came as (
      insert into search_documents
      select l.* from ${from("search_documents")} l join search_changes using (type, record_id)
      returning words, audience)
    ${keepCounts(countsOf("came", 1))}`);
  // Learnt already when the documents were written.
  await tx.execute(sql`
    insert into search_spellings
    select l.* from ${from("search_spellings")} l join search_words w using (word) where w.documents > 0
    on conflict do nothing`);
  await forgetLostWords(tx);
  await tx.execute(sql`delete from search_changes`);
}
