import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { forgetPendingSignIns } from "../pending-sign-ins.server";
import { mayResetSecondFactor } from "../permissions";
import { removeApp, removePasskeys } from "../second-factor.server";

/**
 * Takes the second factor of somebody away, app and passkeys, who lost them and their recovery codes. Who asks for it must have
 * proved who they are to whoever runs the command; the person is told by mail.
 * @throws NotAllowed for anybody but the house itself; NotFound when nobody has the address; RuleBroken when there is
 *   no second factor
 */
export async function resetSecondFactor(
  { db }: Services,
  actor: Actor,
  input: { email: string },
): Promise<void> {
  if (!mayResetSecondFactor(actor)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, input.email.trim().toLowerCase()));
    if (!person) throw new NotFound("accounts_nobody");
    const hadApp = await removeApp(tx, person.id);
    const hadPasskeys = await removePasskeys(tx, person.id);
    if (!hadApp && !hadPasskeys) throw new RuleBroken("accounts_second_factor_none");
    await forgetPendingSignIns(tx, person.id);
    await audit(tx, actor, { act: "second factor reset", subjectType: "person", subjectId: person.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.second-factor-changed",
      personId: person.id,
      change: "reset",
      occasion: v7(),
    });
  });
}
