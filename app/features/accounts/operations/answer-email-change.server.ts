import { eq, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endAllSessions } from "~/platform/sessions/sessions.server";
import { emailChanges } from "~db/schema";
import { transaction } from "~db/transaction.server";
import {
  applyIfReady,
  changeById,
  changeByToken,
  forgetEmailChange,
  spendChangeToken,
} from "../email-changes.server";
import { forgetPendingSignIns } from "../pending-sign-ins.server";

export type ChangeOutcome = "changed" | "waits" | "undone";

/**
 * Answers for one of the two addresses of a change: the new one confirms; the old one agrees, or undoes the change and
 * ends every session. The token proves the mailbox, so it does not matter who is signed in.
 * @param input.answer anything but "no" means yes; the new address has no other answer
 * @throws RuleBroken when the link is over
 */
export async function answerEmailChange(
  { db, config }: Services,
  actor: Actor,
  input: { token: string; answer: string },
): Promise<ChangeOutcome> {
  return transaction(db, async (tx) => {
    const asked = await changeByToken(tx, input.token);
    if (!asked || (await spendChangeToken(tx, input.token, asked.side)) === null) throw linkOver();
    // Of two answers at once, the second sees what the first left.
    await tx.select().from(emailChanges).where(eq(emailChanges.id, asked.id)).for("update");
    const change = await changeById(tx, asked.id);
    if (!change) throw linkOver();
    const subject = { subjectType: "person", subjectId: change.personId };
    if (asked.side === "old" && input.answer === "no") {
      await forgetEmailChange(tx, change.personId);
      await endAllSessions({ db: tx, appUrl: config.appUrl }, change.personId);
      await forgetPendingSignIns(tx, change.personId);
      await audit(tx, actor, { act: "address change undone", ...subject });
      return "undone";
    }
    const answered = asked.side === "new" ? { confirmedAt: sql`now()` } : { agreedAt: sql`now()` };
    await tx.update(emailChanges).set(answered).where(eq(emailChanges.id, change.id));
    await audit(tx, actor, { act: `${asked.side} address agreed`, ...subject });
    return (await applyIfReady(tx, change.id)) ? "changed" : "waits";
  });
}

const linkOver = () => new RuleBroken("accounts_link_over");
