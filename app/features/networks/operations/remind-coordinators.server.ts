import { and, asc, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
import { announce } from "~/platform/events/announce.server";
import type { Services } from "~/platform/services/services.server";
import { coordinators, networks } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { daysBefore } from "../cockpit/silence";
import type { NetworksFact } from "../facts";
import { holds } from "../queries.server";
import { dayOf, REMINDERS, reminderDue } from "../term";

/** Terms in one run; what is left comes with the next. */
const AT_ONCE = 500;

/**
 * Reminds coordinators that their term ends, thirty and seven days before. What was told is written down in the transaction that
 * announces it, and the rows are locked: a doubled run tells nothing twice, a broken one tells it the next time. Run
 * by the schedule.
 */
export async function remindCoordinators(
  services: Pick<Services, "db">,
  now = new Date(),
  atOnce = AT_ONCE,
): Promise<void> {
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const ending = await tx
      .select({
        id: coordinators.id,
        networkId: coordinators.networkId,
        startsOn: coordinators.startsOn,
        endsOn: coordinators.endsOn,
        reminded: coordinators.remindedDays,
      })
      .from(coordinators)
      .innerJoin(networks, eq(networks.id, coordinators.networkId))
      .where(
        and(
          holds(today),
          or(
            and(
              lte(coordinators.endsOn, daysBefore(today, -REMINDERS[1])),
              isLongerThan(REMINDERS[1]),
              or(isNull(coordinators.remindedDays), gt(coordinators.remindedDays, REMINDERS[1])),
            ),
            and(
              lte(coordinators.endsOn, daysBefore(today, -REMINDERS[0])),
              gt(coordinators.endsOn, daysBefore(today, -REMINDERS[1])),
              isLongerThan(REMINDERS[0]),
              isNull(coordinators.remindedDays),
            ),
          ),
          ne(networks.state, "closed"),
        ),
      )
      .orderBy(asc(coordinators.endsOn), asc(coordinators.id))
      .limit(atOnce)
      .for("update", { of: coordinators });
    for (const { id, networkId, ...term } of ending) {
      const days = reminderDue(term, today);
      if (days === null) continue;
      await tx.update(coordinators).set({ remindedDays: days }).where(eq(coordinators.id, id));
      await announce<NetworksFact>(tx, {
        kind: "networks.term-ending",
        networkId,
        appointmentId: id,
        days: String(days),
      });
    }
  });
}

// Only what is due is asked for: most terms end on one day, and who was reminded must not keep the others out.
const isLongerThan = (days: number) => sql`${coordinators.endsOn} - ${coordinators.startsOn} > ${days}::int`;
