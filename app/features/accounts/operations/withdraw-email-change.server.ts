import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { forgetEmailChange } from "../email-changes.server";
import { mayChangeAccount } from "../permissions";

/**
 * Withdraws the change of address that the actor asked for.
 * @throws NotAllowed without an account; NotFound when none is waiting
 */
export async function withdrawEmailChange({ db }: Services, actor: Actor): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    if (!(await forgetEmailChange(tx, actor.id))) throw new NotFound();
    await audit(tx, actor, { act: "address change withdrawn", subjectType: "person", subjectId: actor.id });
  });
}
