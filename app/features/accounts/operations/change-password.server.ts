import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endAllSessions, startSession } from "~/platform/sessions/sessions.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { forgetTokens } from "../email-tokens.server";
import type { AccountsFact } from "../facts";
import { hashPassword, passwordMatches } from "../hashing.server";
import { passwordWeakness } from "../password";
import { mayChangeAccount } from "../permissions";
import { countPasswordTry, forgetPasswordTries } from "../tries.server";

/**
 * Changes one's own password, ends every other session and gives this browser a fresh one.
 * @param input.cookies the Cookie header
 * @returns the Set-Cookie header
 * @throws NotAllowed without an account; RuleBroken when the current password is wrong or the new one too easily
 *   guessed; Conflict when it changed meanwhile; TooFast
 */
export async function changePassword(
  services: Services,
  actor: Actor,
  input: { currentPassword: string; password: string; cookies: string | null },
): Promise<{ setCookie: string }> {
  const { db, config } = services;
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await countPasswordTry(db, actor.id);
  const [before] = await db
    .select({ passwordHash: people.passwordHash, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, actor.id));
  if (!before || !(await passwordMatches(before.passwordHash, input.currentPassword))) {
    throw new RuleBroken("accounts_current_wrong", {}, "currentPassword");
  }
  await forgetPasswordTries(db, actor.id);
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
    await audit(tx, actor, { act: "password changed", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.password-changed",
      personId: actor.id,
      occasion: v7(),
    });
    return { setCookie: await startSession(store, actor.id, input.cookies) };
  });
}
