import { hasSecondFactor } from "~/features/accounts/index.server";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { setSecondFactorRequired } from "~/platform/sessions/roles-wait.server";
import { transaction } from "~db/transaction.server";
import { mayChangeSettings } from "../permissions";

/**
 * Changes whether administrators and coordinators need a second factor.
 * @throws NotAllowed for anybody but an administrator; RuleBroken when one asks others for what they do not have
 */
export async function changeSettings(
  { db }: Services,
  actor: Actor,
  input: { secondFactorRequired: boolean },
): Promise<void> {
  if (!mayChangeSettings(actor)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    const { secondFactorRequired } = input;
    if (secondFactorRequired && actor.kind === "person" && !(await hasSecondFactor(tx, actor.id))) {
      throw new RuleBroken("administration_second_factor_first", {}, "secondFactorRequired");
    }
    await setSecondFactorRequired(tx, secondFactorRequired);
    await audit(tx, actor, {
      act: "settings changed",
      subjectType: "site",
      subjectId: "second-factor-required",
      details: { secondFactorRequired },
    });
  });
}
