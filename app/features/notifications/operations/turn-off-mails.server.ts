import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { NotFound } from "~/platform/errors/errors";
import type { Services } from "~/platform/services/services.server";
import { notificationChoices, people } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { usualChoices } from "../kinds";
import { readStopToken, type Stop } from "../stopping.server";
import { settleWhen } from "../telling.server";

/**
 * Turns off the mails a token names, for whoever holds it: the token is the right, and no session is asked. Twice is
 * harmless. What it was before is kept, to be put back.
 * @throws NotFound for a token this house has not made, or when the person is gone
 */
export async function turnOffMails({ db }: Services, { token }: { token: string }): Promise<Stop> {
  const named = await readStopToken(db, token);
  return transaction(db, async (tx) => {
    const stop = await stopOf(tx, named);
    const { personId, kinds } = stop;
    if (kinds.length === 0) return stop;
    await tx
      .insert(notificationChoices)
      .values(
        kinds.map((kind) => ({ personId, kind, choice: "never" as const, before: usualChoices[kind]! })),
      )
      .onConflictDoUpdate({
        target: [notificationChoices.personId, notificationChoices.kind],
        set: { choice: "never", before: notificationChoices.choice },
        setWhere: ne(notificationChoices.choice, "never"),
      });
    await settleWhen(tx, personId);
    return stop;
  });
}

/**
 * Puts back what a token turned off, as it was before; what was chosen since stays.
 * @throws NotFound for a token this house has not made, or when the person is gone
 */
export async function turnOnMails({ db }: Services, { token }: { token: string }): Promise<Stop> {
  const named = await readStopToken(db, token);
  return transaction(db, async (tx) => {
    const stop = await stopOf(tx, named);
    const { personId, kinds } = stop;
    const turnedOff = and(
      eq(notificationChoices.personId, personId),
      inArray(notificationChoices.kind, kinds),
      eq(notificationChoices.choice, "never"),
    );
    for (const kind of kinds) {
      await tx
        .delete(notificationChoices)
        .where(
          and(
            turnedOff,
            eq(notificationChoices.kind, kind),
            eq(notificationChoices.before, usualChoices[kind]!),
          ),
        );
    }
    await tx
      .update(notificationChoices)
      .set({ choice: sql`${notificationChoices.before}`, before: null })
      .where(and(turnedOff, sql`${notificationChoices.before} is not null`));
    return stop;
  });
}

/** The kinds that are still there, of a person who is. */
async function stopOf(tx: Transaction, stop: Stop | null): Promise<Stop> {
  if (!stop) throw new NotFound();
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, stop.personId))
    .for("share");
  if (!person) throw new NotFound();
  return { ...stop, kinds: stop.kinds.filter((kind) => Object.hasOwn(usualChoices, kind)) };
}
