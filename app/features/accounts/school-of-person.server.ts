import { eq } from "drizzle-orm";
import { people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

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
}
