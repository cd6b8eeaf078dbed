import { eq } from "drizzle-orm";
import { announce } from "~/platform/events/announce.server";
import { people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { AccountsFact } from "./facts";

/**
 * Writes down where a person teaches, in the transaction of the operation that chose it. That operation has asked
 * whether the actor is this person and whether the school is there.
 */
export async function setPersonSchool(
  tx: Transaction,
  personId: string,
  schoolId: string | null,
): Promise<void> {
  await tx.update(people).set({ schoolId }).where(eq(people.id, personId));
  await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: personId });
}
