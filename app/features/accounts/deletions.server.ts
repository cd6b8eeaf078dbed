import { and, eq, isNull } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { accountDeletions, people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

/** So long somebody may think again, in days. */
export const GRACE_DAYS = 14;

/** When somebody's account is to be deleted, and whether the house began; null where nobody asked for it. */
export async function deletionOf(
  db: Reader,
  personId: string,
): Promise<{ dueAt: Date; began: boolean } | null> {
  const [row] = await db
    .select({ dueAt: accountDeletions.dueAt, beganAt: accountDeletions.beganAt })
    .from(accountDeletions)
    .where(eq(accountDeletions.personId, personId));
  return row ? { dueAt: row.dueAt, began: row.beganAt !== null } : null;
}

/** Whom a last letter goes to; null where the account is not to be deleted. */
export async function leavingPerson(db: Reader, personId: string) {
  const [row] = await db
    .select({
      name: people.name,
      email: people.email,
      locale: people.locale,
      dueAt: accountDeletions.dueAt,
    })
    .from(accountDeletions)
    .innerJoin(people, eq(people.id, accountDeletions.personId))
    .where(eq(accountDeletions.personId, personId));
  return row ?? null;
}

/** Takes the wish back, unless the house has begun. @returns whether there was one to take back */
export async function forgetDeletion(tx: Transaction, personId: string): Promise<boolean> {
  const forgotten = await tx
    .delete(accountDeletions)
    .where(and(eq(accountDeletions.personId, personId), isNull(accountDeletions.beganAt)))
    .returning({ personId: accountDeletions.personId });
  return forgotten.length > 0;
}
