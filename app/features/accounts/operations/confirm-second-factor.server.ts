import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { secondFactors } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { checkOwnPassword } from "../own-password.server";
import { mayChangeAccount } from "../permissions";
import { remakeRecoveryCodes, takeAppCode } from "../second-factor.server";
import { countCodeTry, forgetCodeTries } from "../tries.server";

/**
 * Turns the second factor on: a first code proves that the app has the secret, the password that it is its owner.
 * @returns ten recovery codes, which are shown this once
 * @throws NotAllowed without an account; RuleBroken when password or code is wrong; Conflict when it is on already; TooFast
 */
export async function confirmSecondFactor(
  { db, config }: Services,
  actor: Actor,
  input: { code: string; currentPassword: string },
): Promise<{ recoveryCodes: string[] }> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await checkOwnPassword(db, actor.id, input.currentPassword);
  await countCodeTry(db, actor.id);
  const codes = await transaction(db, async (tx) => {
    if (!(await takeAppCode(tx, config.dataDir, actor.id, input.code))) {
      throw new RuleBroken("accounts_code_wrong", {}, "code");
    }
    const confirmed = await tx
      .update(secondFactors)
      .set({ confirmedAt: sql`now()` })
      .where(and(eq(secondFactors.personId, actor.id), isNull(secondFactors.confirmedAt)))
      .returning({ personId: secondFactors.personId });
    if (confirmed.length === 0) throw new Conflict("accounts_second_factor_already");
    await audit(tx, actor, { act: "second factor set up", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.second-factor-changed",
      personId: actor.id,
      change: "set-up",
      occasion: v7(),
    });
    return remakeRecoveryCodes(tx, actor.id);
  });
  await forgetCodeTries(db, actor.id);
  return { recoveryCodes: codes };
}
