import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { forgetBounces } from "~/platform/mail/bounces.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { endAllSessions } from "~/platform/sessions/sessions.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { forgetEmailChange } from "../email-changes.server";
import { forgetTokens, spendToken, tokenOwner } from "../email-tokens.server";
import { type Entered, enter } from "../entering.server";
import type { AccountsFact } from "../facts";
import { hashPassword } from "../hashing.server";
import { passwordWeakness } from "../password";
import { forgetPendingSignIns } from "../pending-sign-ins.server";
import { forgetSignInTries } from "../tries.server";

/**
 * Sets a new password with the token of a mail, ends every session and signs this browser in; who has a second factor
 * owes its code first. The mail also proves the address, so one that was not confirmed is confirmed by it.
 * @throws RuleBroken when the link is over, or the password too easily guessed (the token is then not spent)
 */
export async function resetPassword(
  services: Services,
  actor: Actor,
  input: { token: string; password: string } & RequestBrowser,
): Promise<Entered> {
  const { db, config } = services;
  const owner = await tokenOwner(db, input.token, "reset");
  if (!owner) throw linkOver();
  const weakness = passwordWeakness(input.password, owner);
  if (weakness) throw new RuleBroken(weakness, {}, "password");
  const passwordHash = await hashPassword(input.password);
  const entered = await transaction(db, async (tx) => {
    if ((await spendToken(tx, input.token, "reset")) !== owner.id) throw linkOver();
    await tx
      .update(people)
      .set({ passwordHash, emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, now())` })
      .where(eq(people.id, owner.id));
    await forgetTokens(tx, owner.id, "verify");
    const store = { db: tx, appUrl: config.appUrl };
    await endAllSessions(store, owner.id);
    await forgetPendingSignIns(tx, owner.id);
    await forgetEmailChange(tx, owner.id);
    await forgetBounces(tx, owner.email);
    await audit(tx, actor, { act: "password reset", subjectType: "person", subjectId: owner.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.password-changed",
      personId: owner.id,
      occasion: v7(),
    });
    // The address may be confirmed only now.
    await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: owner.id });
    return enter(tx, store, owner.id, input);
  });
  await forgetSignInTries(db, owner.email);
  return entered;
}

const linkOver = () => new RuleBroken("accounts_link_over");
