import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { enqueue } from "~/platform/jobs/jobs.server";
import type { Database, Reader } from "~db/client.server";
import { searchPending } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";

/** Name of the job that tells the second engine what is pending, and the key by which several become one. */
export const SYNC_JOB = "search-sync";

/** A record the second engine has yet to be told of, in the state of its last change. */
export type Pending = { recordId: string; version: bigint };

/** Notes in the same transaction that the second engine has to be told of these records, and has a job see to it. */
export async function markPending(tx: Transaction, type: SearchableType, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  // In one order everywhere, so that two of these never wait for each other.
  const rows = [...new Set(ids)].sort().map((recordId) => ({ type, recordId }));
  await tx
    .insert(searchPending)
    .values(rows)
    .onConflictDoUpdate({
      target: [searchPending.type, searchPending.recordId],
      set: { version: sql`default` },
    });
  await wakeSync(tx);
}

/** @param later in seconds; at once when left out */
export const wakeSync = (db: Pick<Reader, "execute">, later?: number) =>
  enqueue(
    db,
    SYNC_JOB,
    {},
    { key: SYNC_JOB, runAt: later === undefined ? undefined : new Date(Date.now() + later * 1_000) },
  );

/** Those of a kind that wait longest, at most `limit`. */
export const pendingOf = (tx: Transaction, type: SearchableType, limit: number): Promise<Pending[]> =>
  tx
    .select({ recordId: searchPending.recordId, version: searchPending.version })
    .from(searchPending)
    .where(eq(searchPending.type, type))
    .orderBy(asc(searchPending.version))
    .limit(limit);

/** Forgets what the second engine has confirmed, unless it has changed again since. */
export async function confirm(db: Database, type: SearchableType, told: Pending[]): Promise<void> {
  await transaction(db, (tx) =>
    tx.delete(searchPending).where(
      and(
        eq(searchPending.type, type),
        inArray(
          searchPending.version,
          told.map(({ version }) => version),
        ),
      ),
    ),
  );
}
