import { and, eq, gt, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { forgetAllTries } from "~/platform/limits/limits.server";
import { forgetBounces } from "~/platform/mail/bounces.server";
import { hashToken, newToken } from "~/platform/secrets/tokens.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { Database, Reader } from "~db/client.server";
import { emailChanges, emailChangeTokens, emailTokens, people } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { limitKeysOfAddress } from "./tries.server";

export type ChangeSide = "new" | "old";

/** So long the old address may object, and so long the links work. */
export const CHANGE_DAYS = 7;

const over = sql`now() - make_interval(days => ${CHANGE_DAYS})`;
const runs = gt(emailChanges.createdAt, over);

const columns = {
  id: emailChanges.id,
  personId: emailChanges.personId,
  newEmail: emailChanges.newEmail,
  confirmedAt: emailChanges.confirmedAt,
  agreedAt: emailChanges.agreedAt,
  name: people.name,
  oldEmail: people.email,
  locale: people.locale,
};

async function changeWhere(db: Reader, condition: SQL | undefined) {
  const [row] = await db
    .select(columns)
    .from(emailChanges)
    .innerJoin(people, eq(people.id, emailChanges.personId))
    .where(and(condition, runs));
  return row ?? null;
}

/** The change a letter is about; null when it was done, undone or replaced. */
export const changeById = (db: Reader, id: string) => changeWhere(db, eq(emailChanges.id, id));

/** The change somebody waits for; null when there is none. */
export const changeOf = (db: Reader, personId: string) =>
  changeWhere(db, eq(emailChanges.personId, personId));

/** Makes a token for one side of a change, when its letter is written. */
export async function createChangeToken(db: Database, changeId: string, side: ChangeSide): Promise<string> {
  const token = newToken();
  await db.insert(emailChangeTokens).values({ id: hashToken(token), changeId, side });
  return token;
}

/** Takes back a token whose letter could not be sent. */
export async function dropChangeToken(db: Database, token: string): Promise<void> {
  await db.delete(emailChangeTokens).where(eq(emailChangeTokens.id, hashToken(token)));
}

/** What a link is about; null when it is unknown, spent or too old. Looking does not spend it. */
export async function changeByToken(db: Reader, token: string) {
  const [found] = await db
    .select({ changeId: emailChangeTokens.changeId, side: emailChangeTokens.side })
    .from(emailChangeTokens)
    .where(eq(emailChangeTokens.id, hashToken(token)));
  const change = found && (await changeById(db, found.changeId));
  return change ? { ...change, side: found.side } : null;
}

/** Spends every link of one side: of many posts at once, one gets it. @returns the id of the change, or null */
export async function spendChangeToken(
  tx: Transaction,
  token: string,
  side: ChangeSide,
): Promise<string | null> {
  const [spent] = await tx
    .delete(emailChangeTokens)
    .where(and(eq(emailChangeTokens.id, hashToken(token)), eq(emailChangeTokens.side, side)))
    .returning({ changeId: emailChangeTokens.changeId });
  if (!spent) return null;
  await tx
    .delete(emailChangeTokens)
    .where(and(eq(emailChangeTokens.changeId, spent.changeId), eq(emailChangeTokens.side, side)));
  return spent.changeId;
}

/** Lets the change somebody waits for die, its links with it. @returns whether there was one */
export async function forgetEmailChange(tx: Transaction, personId: string): Promise<boolean> {
  const gone = await tx
    .delete(emailChanges)
    .where(eq(emailChanges.personId, personId))
    .returning({ id: emailChanges.id });
  return gone.length > 0;
}

/**
 * Makes a change where the new address answered, and the old one agreed or did not object for seven days.
 * @returns whether it took place
 */
export async function applyIfReady(tx: Transaction, changeId: string): Promise<boolean> {
  const [change] = await tx
    .select({ personId: emailChanges.personId, newEmail: emailChanges.newEmail })
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.id, changeId),
        isNotNull(emailChanges.confirmedAt),
        sql`(${emailChanges.agreedAt} is not null or ${emailChanges.createdAt} <= ${over})`,
      ),
    )
    .for("update");
  if (!change) return false;
  await tx.delete(emailChanges).where(eq(emailChanges.id, changeId));
  const { personId, newEmail } = change;
  // Whoever signed up with it never proved that it is theirs; now somebody else has.
  await tx.delete(people).where(and(eq(people.email, newEmail), isNull(people.emailVerifiedAt)));
  const [before] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  const changed = await tx
    .update(people)
    .set({ email: newEmail })
    .where(
      and(
        eq(people.id, personId),
        sql`not exists (select from people other where other.email = ${newEmail})`,
      ),
    )
    .returning({ id: people.id });
  if (changed.length === 0) return false;
  await forgetBounces(tx, newEmail);
  if (before) {
    await forgetBounces(tx, before.email);
    await forgetAllTries(tx, limitKeysOfAddress(before.email));
  }
  // Links that lie in the old mailbox.
  await tx.delete(emailTokens).where(eq(emailTokens.personId, personId));
  await audit(tx, system, { act: "address changed", subjectType: "person", subjectId: personId });
  return true;
}

/** Makes the changes whose week is over and whose new address answered, and forgets the others. Run by the schedule. */
export async function settleEmailChanges({ db }: Services): Promise<void> {
  const due = await db
    .select({ id: emailChanges.id })
    .from(emailChanges)
    .where(lte(emailChanges.createdAt, over));
  for (const { id } of due) {
    await transaction(db, async (tx) => {
      if (await applyIfReady(tx, id)) return;
      await tx.delete(emailChanges).where(eq(emailChanges.id, id));
    });
  }
}
