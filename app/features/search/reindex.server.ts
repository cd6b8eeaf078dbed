import { sql } from "drizzle-orm";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { type Transaction, transaction } from "~db/transaction.server";
import { markPending } from "./pending.server";

/**
 * Brings the index in the database to what these records are now: reloads them, and takes out those that are gone or that
 * nobody may find; a second engine is told afterwards. Harmless to repeat. What a reaction to a fact calls.
 * @param ids at most 500
 */
export async function reindex(services: Services, searchable: Searchable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await oneAtATime(services, searchable, "first", async (tx) => {
    const documents = await searchable.loadDocuments(tx, ids);
    await services.searchEngine.put(documents);
    await services.searchEngine.remove(searchable.type, withoutDocument(ids, documents));
    if (services.searchEngine.second) await markPending(tx, searchable.type, ids);
  });
}

/** The records that no document came of: nobody may find them any more. */
export function withoutDocument(ids: string[], documents: { recordId: string }[]): string[] {
  const found = new Set(documents.map(({ recordId }) => recordId));
  return ids.filter((id) => !found.has(id));
}

/**
 * Writes to an engine one after the other for each kind of record. Two jobs of one record would otherwise each load it,
 * and the one that loaded the older state could write last. A slow second engine keeps nobody from writing to the first.
 */
export const oneAtATime = <Result>(
  services: Services,
  { type }: Searchable,
  engine: "first" | "second",
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => inTurn(services, `reindex ${engine}`, type, work);

/** Does work that nobody else does under the same two names meanwhile, in any process. Waits for an hour at most. */
export function inTurn<Result>(
  { db }: Services,
  what: string,
  which: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return transaction(db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = '1h'`);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${what}), hashtext(${which}))`);
    return work(tx);
  });
}
