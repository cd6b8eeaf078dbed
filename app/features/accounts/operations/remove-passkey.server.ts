import { and, eq } from "drizzle-orm";
import { v7, validate } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { passkeys, people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { checkOwnPassword } from "../own-password.server";
import { passkeyOf } from "../passkeys.server";
import { mayChangeAccount } from "../permissions";
import { forgetCodesWithoutFactor } from "../second-factor.server";

/**
 * Takes one of the actor's own passkeys away; with the last second factor go the recovery codes. Sessions go on.
 * @throws NotAllowed without an account; NotFound when there is none, or it is somebody else's; RuleBroken when the
 *   password is wrong; TooFast
 */
export async function removePasskey(
  { db }: Services,
  actor: Actor,
  input: { passkeyId: string; currentPassword: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  if (!validate(input.passkeyId) || !(await passkeyOf(db, actor.id, input.passkeyId))) throw new NotFound();
  await checkOwnPassword(db, actor.id, input.currentPassword);
  await transaction(db, async (tx) => {
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.id)).for("no key update");
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.personId, actor.id)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) throw new NotFound();
    await forgetCodesWithoutFactor(tx, actor.id);
    await audit(tx, actor, {
      ...{ act: "passkey removed", subjectType: "person", subjectId: actor.id },
      details: { passkeyId: input.passkeyId },
    });
    await announce<AccountsFact>(tx, {
      kind: "accounts.second-factor-changed",
      personId: actor.id,
      change: "passkey-removed",
      occasion: v7(),
    });
  });
}
