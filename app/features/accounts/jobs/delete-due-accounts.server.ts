import { and, eq, isNotNull, lte, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { oneLine } from "~/platform/errors/cause";
import { hint, topicOfSessions } from "~/platform/live/hint.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endAllSessions } from "~/platform/sessions/sessions.server";
import { accountDeletions, people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { sayFarewell } from "../emails/farewell.server";
import { forgetPendingSignIns } from "../pending-sign-ins.server";

/**
 * Deletes every account whose day has come, each by itself: one that fails is logged, and tried again an hour later. Run
 * by the schedule.
 */
export async function deleteDueAccounts(services: Services, now = new Date()): Promise<void> {
  const due = await services.db
    .select({ personId: accountDeletions.personId })
    .from(accountDeletions)
    .where(lte(accountDeletions.dueAt, now))
    .orderBy(accountDeletions.dueAt);
  for (const { personId } of due) {
    try {
      await deleteAccount(services, personId, now);
    } catch (error) {
      services.log.error({ err: oneLine(error), personId }, "an account could not be deleted");
    }
  }
}

/**
 * Begins, says farewell, deletes. Each step may be the last before a crash: the next run goes on from there. Who keeps
 * the account at this moment is before `begin`, and nothing happens, or after it, and too late.
 */
async function deleteAccount(services: Services, personId: string, now: Date): Promise<void> {
  if (!(await begin(services, personId, now))) return;
  await sayFarewell(services, personId, now);
  await transaction(services.db, async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .innerJoin(accountDeletions, eq(accountDeletions.personId, people.id))
      .where(and(eq(people.id, personId), isNotNull(accountDeletions.beganAt)))
      .for("update");
    if (!person) return;
    for (const { erase } of services.personal) await erase?.(tx, personId, now);
    await audit(tx, system, { act: "account deleted", subjectType: "person", subjectId: personId });
    await tx.delete(people).where(eq(people.id, personId));
  });
}

/** From here on it is too late to keep the account. @returns whether it is to be deleted, by this run or one before */
async function begin({ db, config }: Services, personId: string, now: Date): Promise<boolean> {
  return transaction(db, async (tx) => {
    const begun = await tx
      .update(accountDeletions)
      .set({ beganAt: sql`coalesce(${accountDeletions.beganAt}, now())` })
      .where(and(eq(accountDeletions.personId, personId), lte(accountDeletions.dueAt, now)))
      .returning({ personId: accountDeletions.personId });
    if (begun.length === 0) return false;
    await endAllSessions({ db: tx, appUrl: config.appUrl }, personId);
    await forgetPendingSignIns(tx, personId);
    await hint(tx, [topicOfSessions(personId)]);
    return true;
  });
}
