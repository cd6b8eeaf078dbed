import { auditEntries } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { type Actor, actorId } from "../services/actor";

/**
 * Writes down who did what to whom, in the transaction that does it.
 * @param entry.act past tense, such as "member admitted"
 * @param entry.details ids and words of closed lists only, never what people wrote
 */
export async function audit(
  tx: Transaction,
  actor: Actor,
  entry: { act: string; subjectType: string; subjectId: string; details?: Record<string, unknown> },
): Promise<void> {
  await tx.insert(auditEntries).values({ actorId: actorId(actor), ...entry });
}
