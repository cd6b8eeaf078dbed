import { randomBytes } from "node:crypto";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { m } from "~/platform/i18n/messages";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { checkOwnPassword } from "../own-password.server";
import { creationOptions, passkeysPossible } from "../passkey-ceremonies.server";
import { makeChallenge } from "../passkey-challenges.server";
import { credentialsOf, MOST_PASSKEYS } from "../passkeys.server";
import { mayChangeAccount } from "../permissions";
import { hasApp, takeCode } from "../second-factor.server";
import { countCodeTry, forgetCodeTries } from "../tries.server";

/**
 * Begins a new passkey of the actor's: the password, and the code where they have an app, prove that it is they. For five
 * minutes this browser may then make it.
 * @returns what the browser needs, and the Set-Cookie header that binds it to this browser
 * @throws NotAllowed without an account; RuleBroken when password or code is wrong, there are ten already, or the site's
 *   address allows none; TooFast
 */
export async function beginPasskey(
  { db, config }: Services,
  actor: Actor,
  input: { currentPassword: string; code: string; cookies: string | null },
) {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  const { appUrl, dataDir } = config;
  if (!passkeysPossible(appUrl)) throw new RuleBroken("accounts_passkey_impossible");
  const { email, name } = await checkOwnPassword(db, actor.id, input.currentPassword);
  if (await hasApp(db, actor.id)) {
    await countCodeTry(db, actor.id);
    const right = await transaction(db, (tx) => takeCode(tx, dataDir, actor.id, input.code));
    if (!right) throw new RuleBroken("accounts_code_wrong", {}, "code");
    await forgetCodeTries(db, actor.id);
  }
  const known = await credentialsOf(db, actor.id);
  if (known.length >= MOST_PASSKEYS) throw tooMany();
  // An authenticator replaces the passkey it has under the same handle.
  const userHandle = known[0]?.userHandle ?? randomBytes(32).toString("base64url");
  const asking = { db, appUrl, cookies: input.cookies };
  const { challenge, setCookie } = await makeChallenge(asking, `add:${actor.id}`, userHandle);
  const siteName = m.site_name();
  const options = await creationOptions(appUrl, { challenge, siteName, email, name, userHandle, known });
  return { options, setCookie };
}

/** The refusal of an eleventh passkey. */
export const tooMany = () => new RuleBroken("accounts_passkey_many", { most: MOST_PASSKEYS });
