import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { checkOwnPassword } from "../own-password.server";
import { mayChangeAccount } from "../permissions";
import { remakeRecoveryCodes, secondFactorsOf, takeCode } from "../second-factor.server";
import { countCodeTry, forgetCodeTries } from "../tries.server";

/**
 * Makes ten recovery codes in place of those there were. Who has passkeys and no app has no code to give: the password is
 * asked for, and whoever is signed in has shown a passkey or a recovery code.
 * @returns them, to be shown this once
 * @throws NotAllowed without an account; RuleBroken when password or code is wrong or there is no second factor; TooFast
 */
export async function renewRecoveryCodes(
  { db, config }: Services,
  actor: Actor,
  input: { code: string; currentPassword: string },
): Promise<{ recoveryCodes: string[] }> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await checkOwnPassword(db, actor.id, input.currentPassword);
  await countCodeTry(db, actor.id);
  const codes = await transaction(db, async (tx) => {
    const { app, passkey } = await secondFactorsOf(tx, actor.id);
    const right = app ? await takeCode(tx, config.dataDir, actor.id, input.code) : passkey;
    if (!right) throw new RuleBroken("accounts_code_wrong", {}, "code");
    await audit(tx, actor, { act: "recovery codes made", subjectType: "person", subjectId: actor.id });
    return remakeRecoveryCodes(tx, actor.id);
  });
  await forgetCodeTries(db, actor.id);
  return { recoveryCodes: codes };
}
