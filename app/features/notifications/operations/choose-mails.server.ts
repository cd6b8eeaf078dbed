import { and, eq, inArray, sql } from "drizzle-orm";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { notificationChoices, notificationTimes } from "~db/schema";
import { databaseErrorCode, transaction } from "~db/transaction.server";
import type { MailChoice } from "~db/vocabulary/notifications";
import { usualChoices } from "../kinds";
import { settleWhen } from "../telling.server";
import type { Times } from "../times";

/**
 * Saves how and when the actor learns of news by mail. What already waits for its mail follows the new choice.
 * @param input.choices by kind; only what differs from the usual is kept, unknown kinds are passed over
 * @throws NotAllowed for a visitor, RuleBroken for a time zone the database does not know
 */
export async function chooseMails(
  services: Services,
  actor: Actor,
  { choices, times }: { choices: Record<string, MailChoice>; times: Times },
): Promise<void> {
  if (actor.kind !== "person") throw new NotAllowed();
  const personId = actor.id;
  const known = Object.entries(choices).filter(([kind]) => Object.hasOwn(usualChoices, kind));
  const own = known.filter(([kind, choice]) => choice !== usualChoices[kind]);
  const { quiet, ...rest } = times;
  const row = { ...rest, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null };
  await transaction(services.db, async (tx) => {
    await expectKnownZone(tx, times.timeZone);
    await tx
      .insert(notificationTimes)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: notificationTimes.personId, set: row });
    await tx.delete(notificationChoices).where(
      and(
        eq(notificationChoices.personId, personId),
        inArray(
          notificationChoices.kind,
          known.map(([kind]) => kind),
        ),
      ),
    );
    if (own.length > 0) {
      await tx
        .insert(notificationChoices)
        .values(own.map(([kind, choice]) => ({ personId, kind, choice })))
        .onConflictDoUpdate({
          target: [notificationChoices.personId, notificationChoices.kind],
          set: { choice: sql`excluded.choice`, before: null },
        });
    }
    await settleWhen(tx, personId);
  });
}

/** A zone that Node knows and PostgreSQL does not would fail every telling of this person. */
async function expectKnownZone(tx: { execute: Services["db"]["execute"] }, timeZone: string): Promise<void> {
  try {
    await tx.execute(sql`select now() at time zone ${timeZone}`);
  } catch (error) {
    if (databaseErrorCode(error) === "22023")
      throw new RuleBroken("notifications_time_zone_odd", {}, "timeZone");
    throw error;
  }
}
