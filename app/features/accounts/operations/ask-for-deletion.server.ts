import { and, asc, eq, ne, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { hint, topicOfPerson, topicOfSessions } from "~/platform/live/hint.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endOtherSessions } from "~/platform/sessions/list.server";
import { accountDeletions, people } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { deletionOf, GRACE_DAYS } from "../deletions.server";
import { forgetEmailChange } from "../email-changes.server";
import type { AccountsFact } from "../facts";
import { checkOwnPassword } from "../own-password.server";
import { forgetPendingSignIns } from "../pending-sign-ins.server";
import { mayChangeAccount } from "../permissions";
import { hasSecondFactor, takeCode } from "../second-factor.server";
import { countCodeTry, forgetCodeTries } from "../tries.server";

/**
 * Asks for one's own account to be deleted, fourteen days from now. Every other session ends, and this one leads to the
 * one page that is left. Asking twice changes nothing.
 * @param input.code of the app, or a recovery code; "" where there is no second factor
 * @param input.cookies of the browser whose session stays
 * @returns when it will be deleted
 * @throws NotAllowed without an account; RuleBroken when password or code is wrong and for the last administrator;
 *   Conflict when the password changed meanwhile; TooFast
 */
export async function askForDeletion(
  { db, config }: Services,
  actor: Actor,
  input: { currentPassword: string; code: string; cookies: string | null },
  now = new Date(),
): Promise<Date> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  const { passwordHash } = await checkOwnPassword(db, actor.id, input.currentPassword);
  if (await hasSecondFactor(db, actor.id)) await countCodeTry(db, actor.id);
  const dueAt = await transaction(db, async (tx) => {
    await refuseLastAdministrator(tx, actor.id);
    const [same] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, actor.id), eq(people.passwordHash, passwordHash)))
      .for("no key update");
    if (!same) throw new Conflict("accounts_changed_meanwhile");
    const asked = await deletionOf(tx, actor.id);
    if (asked) return asked.dueAt;
    if (await hasSecondFactor(tx, actor.id)) {
      if (input.code === "") throw new RuleBroken("accounts_code_missing", {}, "code");
      const right = await takeCode(tx, config.dataDir, actor.id, input.code);
      if (!right) throw new RuleBroken("accounts_code_wrong", {}, "code");
    }
    const due = new Date(now.getTime() + GRACE_DAYS * 86_400_000);
    await tx.insert(accountDeletions).values({ personId: actor.id, askedAt: now, dueAt: due });
    await endOtherSessions(tx, actor.id, input.cookies);
    await forgetPendingSignIns(tx, actor.id);
    await forgetEmailChange(tx, actor.id);
    await audit(tx, actor, { act: "deletion asked", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.deletion-asked",
      personId: actor.id,
      occasion: v7(),
    });
    await hint(tx, [topicOfPerson(actor.id), topicOfSessions(actor.id)]);
    return due;
  });
  await forgetCodeTries(db, actor.id);
  return dueAt;
}

/** Somebody must be left who can appoint others. Administrators who ask at the same moment take turns. */
async function refuseLastAdministrator(tx: Transaction, personId: string): Promise<void> {
  const administers = sql`${people.siteRoles} @> array['administrator']`;
  const locked = await tx
    .select({ id: people.id })
    .from(people)
    .where(administers)
    .orderBy(asc(people.id))
    .for("no key update");
  if (!locked.some(({ id }) => id === personId)) return;
  // A statement of its own: the one that waited for the locks sees nothing of what happened meanwhile.
  const staying = and(
    administers,
    ne(people.id, personId),
    sql`not exists (select from ${accountDeletions} where ${accountDeletions.personId} = ${people.id})`,
  );
  if ((await tx.$count(people, staying)) === 0) throw new RuleBroken("accounts_delete_last_administrator");
}
