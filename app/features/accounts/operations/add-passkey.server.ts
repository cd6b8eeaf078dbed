import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endOtherSessions } from "~/platform/sessions/list.server";
import { passkeys, people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { readAttestation } from "../passkey-answers.server";
import { checkAttestation } from "../passkey-ceremonies.server";
import { readChallenge, spendChallenge } from "../passkey-challenges.server";
import { MOST_PASSKEYS } from "../passkeys.server";
import { mayChangeAccount } from "../permissions";
import { hasSecondFactor, remakeRecoveryCodes } from "../second-factor.server";
import { tooMany } from "./begin-passkey.server";

/**
 * Adds the passkey that this browser has just made, within five minutes of `beginPasskey`, once.
 * @returns ten recovery codes where it is the person's first second factor, shown this once; otherwise null
 * @throws NotAllowed without an account; RuleBroken when the answer is not right, over or spent, or there are ten already;
 *   Conflict when it is known already
 */
export async function addPasskey(
  { db, config }: Services,
  actor: Actor,
  input: { name: string; answer: string; cookies: string | null },
): Promise<{ recoveryCodes: string[] | null }> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  const answer = readAttestation(input.answer);
  const asked =
    answer && (await readChallenge({ db, cookies: input.cookies }, `add:${actor.id}`, answer.challenge));
  const made = answer && asked && (await checkAttestation(config.appUrl, answer));
  if (!made) throw over();
  return transaction(db, async (tx) => {
    // Of two at once, one sees the other's: neither an eleventh nor a second first.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.id)).for("no key update");
    if (!(await spendChallenge(tx, answer.challenge))) throw over();
    if ((await tx.$count(passkeys, eq(passkeys.personId, actor.id))) >= MOST_PASSKEYS) throw tooMany();
    const first = !(await hasSecondFactor(tx, actor.id));
    const id = v7();
    const added = await tx
      .insert(passkeys)
      .values({
        id,
        personId: actor.id,
        credentialId: made.credential.id,
        publicKey: Buffer.from(made.credential.publicKey).toString("base64url"),
        userHandle: asked.cargo,
        counter: made.credential.counter,
        transports: answer.response.response.transports,
        aaguid: made.aaguid,
        multiDevice: made.credentialDeviceType === "multiDevice",
        backedUp: made.credentialBackedUp,
        name: input.name,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (added.length === 0) throw new Conflict("accounts_passkey_already");
    await audit(tx, actor, {
      ...{ act: "passkey added", subjectType: "person", subjectId: actor.id },
      details: { passkeyId: id },
    });
    await announce<AccountsFact>(tx, {
      kind: "accounts.second-factor-changed",
      personId: actor.id,
      change: "passkey-added",
      occasion: v7(),
    });
    if (!first) return { recoveryCodes: null };
    // Other browsers came in with the password alone: they could make codes of their own, or take this passkey away.
    await endOtherSessions(tx, actor.id, input.cookies);
    return { recoveryCodes: await remakeRecoveryCodes(tx, actor.id) };
  });
}

const over = () => new RuleBroken("accounts_passkey_over");
