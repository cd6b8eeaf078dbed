import { and, eq, isNotNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { people } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { openSession } from "../entering.server";
import { type Assertion, readAssertion } from "../passkey-answers.server";
import { checkAssertion } from "../passkey-ceremonies.server";
import { readChallenge, spendChallenge } from "../passkey-challenges.server";
import { noteUse, passkeyByCredential, type StoredPasskey } from "../passkeys.server";
import { dropPendingCookie, pendingPersonId, spendPendingSignIn } from "../pending-sign-ins.server";
import { countCodeTry, countPasskeyTry, forgetCodeTries, forgivePasskeyTries } from "../tries.server";

type Input = { answer: string; secondStep: boolean; addressGroup: string } & RequestBrowser;
type SignedIn = { setCookies: string[]; locale: string | null };

/**
 * Signs a person in by a passkey: alone, for it is both factors, or as the second step after the password, and then only
 * one of the person whose password it was. Unknown, of somebody else, tampered with, replayed: all get the same refusal
 * after the same work.
 * @returns the Set-Cookie headers, and the language the person chose if any
 * @throws RuleBroken when it is not right, or the second step took too long; TooFast
 */
export async function signInWithPasskey(
  { db, config }: Services,
  actor: Actor,
  input: Input,
): Promise<SignedIn> {
  const { cookies, addressGroup } = input;
  const answer = readAssertion(input.answer);
  const credentialId = answer?.response.id ?? "";
  const owes = input.secondStep ? await pendingPersonId(db, cookies) : null;
  if (input.secondStep && owes === null) throw new RuleBroken("accounts_code_over");
  await countPasskeyTry(db, credentialId, addressGroup);
  if (owes) await countCodeTry(db, owes);
  if (!answer) throw refused();
  const passkey = await passkeyByCredential(db, credentialId);
  const used = await checkAssertion(config.appUrl, answer, passkey);
  const asked = await readChallenge({ db, cookies }, "sign-in", answer.challenge);
  if (!passkey || !used || !asked || (owes !== null && owes !== passkey.personId)) throw refused();
  const entered = await transaction(db, (tx) =>
    enterWith(tx, actor, config.appUrl, { input, answer, passkey, used }),
  );
  if (!entered) throw refused();
  await forgivePasskeyTries(db, credentialId, addressGroup);
  await forgetCodeTries(db, passkey.personId);
  return entered;
}

type Proved = {
  input: Input;
  answer: Assertion;
  passkey: StoredPasskey;
  used: { counter: number; backedUp: boolean };
};

/** @returns null when the challenge was spent, or the counter went back: that is written down, so nothing is thrown */
async function enterWith(
  tx: Transaction,
  actor: Actor,
  appUrl: string,
  { input, answer, passkey, used }: Proved,
): Promise<SignedIn | null> {
  // A password reset that ends every session meanwhile waits for this lock, or was first.
  const [person] = await tx
    .select({ locale: people.locale })
    .from(people)
    .where(and(eq(people.id, passkey.personId), isNotNull(people.emailVerifiedAt)))
    .for("no key update");
  if (!person || !(await spendChallenge(tx, answer.challenge))) return null;
  const noted = await noteUse(tx, passkey.id, used);
  if (noted === "gone") return null;
  if (noted === "went back") {
    await audit(tx, actor, {
      ...{ act: "passkey counter went back", subjectType: "person", subjectId: passkey.personId },
      details: { passkeyId: passkey.id },
    });
    return null;
  }
  // The password this browser may have given before asks for no second step any more.
  await spendPendingSignIn(tx, input.cookies);
  const { setCookie, browserCookie } = await openSession(tx, { db: tx, appUrl }, passkey.personId, input);
  return { setCookies: [setCookie, browserCookie, dropPendingCookie(appUrl)], locale: person.locale };
}

const refused = () => new RuleBroken("accounts_passkey_refused");
