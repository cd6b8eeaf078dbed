import { and, eq } from "drizzle-orm";
import { RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { type Entered, enter } from "../entering.server";
import type { AccountsFact } from "../facts";
import { passwordMatches } from "../hashing.server";
import { countAccountTry, forgiveTries, mayGetLetter } from "../tries.server";

/**
 * Signs a person in, with a session token of its own, or asks for the code of their second factor. Who is unknown, whose password is wrong and whose address is not
 * confirmed get the same refusal after the same work; with the right password the last of them also gets a fresh mail.
 * @returns also the language the person chose, if any
 * @throws RuleBroken when it does not fit together, TooFast
 */
export async function signIn(
  services: Services,
  _actor: Actor,
  input: { email: string; password: string; addressGroup: string } & RequestBrowser,
): Promise<Entered & { locale: string | null }> {
  const { db, config } = services;
  await countAccountTry(db, "sign-in", input);
  const [found] = await db
    .select({
      id: people.id,
      passwordHash: people.passwordHash,
      emailVerifiedAt: people.emailVerifiedAt,
      locale: people.locale,
    })
    .from(people)
    .where(eq(people.email, input.email));
  const matches = await passwordMatches(found?.passwordHash ?? null, input.password);
  if (!found || !matches) throw refused();
  if (!found.emailVerifiedAt) {
    if (await mayGetLetter(db, input.email)) {
      await transaction(db, (tx) =>
        announce<AccountsFact>(tx, { kind: "accounts.verification-wanted", personId: found.id }),
      );
    }
    throw refused();
  }
  await forgiveTries(db, "sign-in", input);
  const entered = await transaction(db, async (tx) => {
    // A password that changes meanwhile waits for this lock and then ends this session too, or was first and wins.
    const [same] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, found.id), eq(people.passwordHash, found.passwordHash)))
      .for("no key update");
    if (!same) throw refused();
    return enter(tx, { db: tx, appUrl: config.appUrl }, found.id, input);
  });
  return { ...entered, locale: found.locale };
}

const refused = () => new RuleBroken("accounts_sign_in_refused");
