import { sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { locks } from "~db/locks";
import { type Transaction, transaction } from "~db/transaction.server";

/**
 * Runs one writer at a time.
 * @param work told whether what it changes has to be noted with `noteChanges`, because the index is being made anew
 * @throws the database's own error: the query builder's message would repeat every document
 */
export async function writing(
  db: Database,
  work: (tx: Transaction, noting: boolean) => Promise<void>,
): Promise<void> {
  try {
    await transaction(db, async (tx) => {
      // Nobody waits for it at a page, and it may have to wait for its turn. With less memory, grouping goes to disk.
      await tx.execute(
        sql`select set_config('statement_timeout', '5min', true), set_config('work_mem', '32MB', true)`,
      );
      await tx.execute(sql`select pg_advisory_xact_lock(${locks.searchWriting})`);
      const { rows } = await tx.execute<{ free: boolean }>(
        sql`select pg_try_advisory_xact_lock_shared(${locks.searchRebuild}) as free`,
      );
      await work(tx, !rows[0]!.free);
    });
  } catch (error) {
    throw causeOf(error);
  }
}

/** The database's own error behind one of the query builder's. */
export const causeOf = (error: unknown) =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error;

/** Notes records whose documents were written or removed while the index is made anew. */
export async function noteChanges(
  tx: Transaction,
  records: { type: string; record_id: string }[],
): Promise<void> {
  await tx.execute(sql`
    insert into search_changes (type, record_id)
    select * from unnest(${sql.param(records.map(({ type }) => type))}::text[],
      ${sql.param(records.map(({ record_id }) => record_id))}::uuid[])
    on conflict do nothing`);
}
