import { sql } from "drizzle-orm";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { type Transaction, transaction } from "~db/transaction.server";

/**
 * Brings the index to what these records are now: reloads them, and takes out those that are gone or that nobody may
 * find. Harmless to repeat. What a reaction to a fact calls.
 * @param ids at most 500
 */
export async function reindex(services: Services, searchable: Searchable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await oneAtATime(services, searchable, async (tx) => {
    const documents = await searchable.loadDocuments(tx, ids);
    await services.searchEngine.put(documents);
    const found = new Set(documents.map(({ recordId }) => recordId));
    await services.searchEngine.remove(
      searchable.type,
      ids.filter((id) => !found.has(id)),
    );
  });
}

/**
 * Writes to the index one after the other for each kind of record. Two jobs of one record would otherwise each load
 * it, and the one that loaded the older state could write last.
 */
export function oneAtATime<Result>(
  { db }: Services,
  { type }: Searchable,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return transaction(db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = '5min'`);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('reindex'), hashtext(${type}))`);
    return work(tx);
  });
}
