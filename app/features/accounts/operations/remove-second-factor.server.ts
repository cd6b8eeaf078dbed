import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { checkOwnPassword } from "../own-password.server";
import { forgetPendingSignIns } from "../pending-sign-ins.server";
import { mayChangeAccount } from "../permissions";
import { hasApp, removeApp, takeCode } from "../second-factor.server";
import { countCodeTry, forgetCodeTries } from "../tries.server";

/**
 * Turns the codes of the actor's own app off; passkeys stay.
 * @throws NotAllowed without an account; RuleBroken when password or code is wrong or there is none; TooFast
 */
export async function removeOwnSecondFactor(
  { db, config }: Services,
  actor: Actor,
  input: { code: string; currentPassword: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await checkOwnPassword(db, actor.id, input.currentPassword);
  await countCodeTry(db, actor.id);
  await transaction(db, async (tx) => {
    const right = (await hasApp(tx, actor.id)) && (await takeCode(tx, config.dataDir, actor.id, input.code));
    if (!right) throw new RuleBroken("accounts_code_wrong", {}, "code");
    await removeApp(tx, actor.id);
    await forgetPendingSignIns(tx, actor.id);
    await audit(tx, actor, { act: "second factor removed", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.second-factor-changed",
      personId: actor.id,
      change: "removed",
      occasion: v7(),
    });
  });
  await forgetCodeTries(db, actor.id);
}
