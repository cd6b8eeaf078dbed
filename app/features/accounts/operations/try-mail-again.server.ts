import { audit } from "~/platform/audit/audit.server";
import { NotAllowed } from "~/platform/errors/errors";
import { forgetBounces } from "~/platform/mail/bounces.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../permissions";

/**
 * Lets mail go to the actor's own address again after some came back. Where none did, nothing happens.
 * @throws NotAllowed without an account
 */
export async function tryMailAgain({ db }: Services, actor: Actor): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    if (!(await forgetBounces(tx, actor.email))) return;
    await audit(tx, actor, { act: "mail tried again", subjectType: "person", subjectId: actor.id });
  });
}
