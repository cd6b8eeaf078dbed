import { v7 } from "uuid";
import type { Transaction } from "~db/transaction.server";
import { enqueue } from "../jobs/jobs.server";

/** Something that happened, told once to whoever wants to react. Carries ids, never state. */
export type Fact = { kind: string } & Record<string, string>;

/** Name of the job that hands a fact to the reactions listed in `wiring/reactions`. */
export const FACT_JOB = "fact";

/** Announces a fact inside the transaction that makes it true: the fact exists exactly when the change does. */
export async function announce<F extends Fact>(tx: Transaction, fact: F): Promise<void> {
  await enqueue(tx, FACT_JOB, { id: v7(), fact });
}

/** Most ids in one fact: the work on them stays short, and a retry repeats no more than that. */
const PORTION = 500;

/**
 * Announces what happened to many records, at most 500 of them in one fact.
 * @param factOf makes the fact; the ids come separated by commas
 */
export async function announceInPortions<F extends Fact>(
  tx: Transaction,
  ids: readonly string[],
  factOf: (ids: string) => F,
): Promise<void> {
  for (let at = 0; at < ids.length; at += PORTION) {
    await announce<F>(tx, factOf(ids.slice(at, at + PORTION).join(",")));
  }
}
