import { schoolDuplicates } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

/** A pair in the order it is kept in. */
export const pairOf = (a: string, b: string) => (a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a });

/** Writes down what became of a pair, found by detection or not. */
export async function decidePair(
  tx: Transaction,
  a: string,
  b: string,
  state: "open" | "dismissed" | "merged",
): Promise<void> {
  const decidedAt = state === "open" ? null : new Date();
  await tx
    .insert(schoolDuplicates)
    .values({ ...pairOf(a, b), score: 0, state, decidedAt })
    .onConflictDoUpdate({
      target: [schoolDuplicates.oneId, schoolDuplicates.otherId],
      set: { state, decidedAt },
    });
}
