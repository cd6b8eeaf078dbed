import { sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";

/** Tries before a job is set aside. With exponential back-off the last comes about six hours later. */
const MAX_ATTEMPTS = 10;

/**
 * Enqueues a job. Given a transaction, the job exists exactly when the transaction commits.
 * @param name a name in `wiring`'s task list
 * @param payload ids only: the job reloads what it needs when it runs
 * @param options.key a second job with this key replaces one that still waits
 * @param options.runAt earliest moment
 */
export async function enqueue(
  tx: Pick<Reader, "execute">,
  name: string,
  payload: Record<string, unknown>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}, payload => ${JSON.stringify(payload)}::json,
      job_key => ${options.key ?? null}, run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => ${MAX_ATTEMPTS})`);
}

/**
 * Enqueues many jobs of one name in one statement, in the caller's transaction.
 * @param payloads ids only
 * @param options.attempts tries before one is set aside; from the tenth on they come six hours apart
 */
export async function enqueueMany(
  tx: Pick<Reader, "execute">,
  name: string,
  payloads: Record<string, unknown>[],
  options: { attempts?: number } = {},
): Promise<void> {
  if (payloads.length === 0) return;
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}, payload => job.payload, max_attempts => ${options.attempts ?? MAX_ATTEMPTS})
      from json_array_elements(${JSON.stringify(payloads)}::json) as job(payload)`);
}
