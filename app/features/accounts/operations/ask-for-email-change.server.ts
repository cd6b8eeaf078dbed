import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { emailChanges } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { forgetEmailChange } from "../email-changes.server";
import type { AccountsFact } from "../facts";
import { checkOwnPassword } from "../own-password.server";
import { mayChangeAccount } from "../permissions";
import { countEmailChange, mayGetLetter } from "../tries.server";

/**
 * Asks for another mail address, in place of what was asked before. It does the same work and answers the same whether
 * or not the new address has an account: the letter to it says which.
 * @param input.email in lower case
 * @throws NotAllowed without an account; RuleBroken when the password is wrong or the address is the one there is; TooFast
 */
export async function askForEmailChange(
  { db }: Services,
  actor: Actor,
  input: { email: string; currentPassword: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  const { email } = await checkOwnPassword(db, actor.id, input.currentPassword);
  if (email === input.email) throw new RuleBroken("accounts_email_same", {}, "email");
  await countEmailChange(db, actor.id);
  const writeLetters = await mayGetLetter(db, input.email);
  await transaction(db, async (tx) => {
    await forgetEmailChange(tx, actor.id);
    const [change] = await tx
      .insert(emailChanges)
      .values({ personId: actor.id, newEmail: input.email })
      .returning({ id: emailChanges.id });
    await audit(tx, actor, { act: "address change asked", subjectType: "person", subjectId: actor.id });
    if (!change || !writeLetters) return;
    await announce<AccountsFact>(tx, { kind: "accounts.email-change-asked", changeId: change.id });
  });
}
