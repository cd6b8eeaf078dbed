import { type AnyColumn, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { cockpitSnoozes } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { NeedsAsked } from "./need";

/**
 * Condition of the needs that stand in the cockpit, or of those that were let be, as is asked.
 * @param subject the column, or SQL, of what the need is about
 */
export function standing(kind: string, subject: AnyColumn | SQL, asked: NeedsAsked): SQL {
  const snoozed = sql`exists (
    select from ${cockpitSnoozes} where ${cockpitSnoozes.networkId} = ${asked.network.id}
      and ${cockpitSnoozes.kind} = ${kind} and ${cockpitSnoozes.subjectId} = ${subject}
      and ${cockpitSnoozes.until} > ${asked.today})`;
  const wanted = asked.leftBe ? snoozed : sql`not ${snoozed}`;
  return asked.subjectId === undefined ? wanted : sql`${wanted} and ${subject} = ${asked.subjectId}`;
}

/** Writes down that needs rest until a day; the later day holds of two. */
export async function rest(
  tx: Transaction,
  needs: { networkId: string; kind: string; subjectId: string; until: string; madeBy: string | null }[],
): Promise<void> {
  if (needs.length === 0) return;
  await tx
    .insert(cockpitSnoozes)
    .values(needs)
    .onConflictDoUpdate({
      target: [cockpitSnoozes.networkId, cockpitSnoozes.kind, cockpitSnoozes.subjectId],
      set: { until: sql`greatest(excluded.until, ${cockpitSnoozes.until})`, madeBy: sql`excluded.made_by` },
    });
}

/** What was let be and is over. Run by the schedule. */
export async function removeOldSnoozes(db: Pick<Database, "delete">): Promise<void> {
  await db.delete(cockpitSnoozes).where(lt(cockpitSnoozes.until, sql`(now() at time zone 'UTC')::date`));
}
