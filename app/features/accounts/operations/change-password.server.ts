import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { endAllSessions, startSession } from "~/platform/sessions/sessions.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { forgetEmailChange } from "../email-changes.server";
import { forgetTokens } from "../email-tokens.server";
import type { AccountsFact } from "../facts";
import { hashPassword } from "../hashing.server";
import { checkOwnPassword } from "../own-password.server";
import { passwordWeakness } from "../password";
import { forgetPendingSignIns } from "../pending-sign-ins.server";
import { mayChangeAccount } from "../permissions";

/**
 * Changes one's own password, ends every other session and gives this browser a fresh one.
 * @returns the Set-Cookie header
 * @throws NotAllowed without an account; RuleBroken when the current password is wrong or the new one too easily
 *   guessed; Conflict when it changed meanwhile; TooFast
 */
export async function changePassword(
  services: Services,
  actor: Actor,
  input: { currentPassword: string; password: string } & RequestBrowser,
): Promise<{ setCookie: string }> {
  const { db, config } = services;
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  const before = await checkOwnPassword(db, actor.id, input.currentPassword);
  const weakness = passwordWeakness(input.password, before);
  if (weakness) throw new RuleBroken(weakness, {}, "password");
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (tx) => {
    const changed = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, actor.id), eq(people.passwordHash, before.passwordHash)))
      .returning({ id: people.id });
    if (changed.length === 0) throw new Conflict("accounts_changed_meanwhile");
    await forgetTokens(tx, actor.id, "reset");
    const store = { db: tx, appUrl: config.appUrl };
    await endAllSessions(store, actor.id);
    await forgetPendingSignIns(tx, actor.id);
    await forgetEmailChange(tx, actor.id);
    await audit(tx, actor, { act: "password changed", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.password-changed",
      personId: actor.id,
      occasion: v7(),
    });
    return { setCookie: await startSession(store, actor.id, input) };
  });
}
