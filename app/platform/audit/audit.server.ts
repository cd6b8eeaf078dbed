import { auditEntries } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { type Actor, actorId } from "../services/actor";

/**
 * Writes down who did what to whom, in the transaction that does it.
 * @param entry.act past tense, such as "member admitted"
 * @param entry.details ids, numbers, days and words of closed lists only, never what people wrote: entries outlive the
 *   accounts they are about
 * @throws TypeError for anything else
 */
export async function audit(
  tx: Transaction,
  actor: Actor,
  entry: { act: string; subjectType: string; subjectId: string; details?: Record<string, unknown> },
): Promise<void> {
  refuseWords({ subjectId: entry.subjectId, ...entry.details });
  await tx.insert(auditEntries).values({ actorId: actorId(actor), ...entry });
}

/** An id, a day, a country, or one word that begins small, such as a field's name or a role: no room for a name or an address. */
const plain = /^(?:[a-z][A-Za-z-]{0,39}|[A-Z]{2}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\d)$/;

function refuseWords(value: unknown): void {
  if (typeof value === "string" && !plain.test(value)) {
    throw new TypeError("the audit log takes ids and words of closed lists only");
  }
  if (typeof value === "object" && value !== null) Object.values(value).forEach(refuseWords);
}
