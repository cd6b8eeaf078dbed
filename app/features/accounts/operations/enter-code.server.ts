import { eq } from "drizzle-orm";
import { RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { openSession } from "../entering.server";
import { dropPendingCookie, pendingPersonId, spendPendingSignIn } from "../pending-sign-ins.server";
import { takeCode } from "../second-factor.server";
import { countCodeTry, forgetCodeTries } from "../tries.server";

/**
 * The second step of signing in: the code of the app, or a recovery code, in the browser that gave the right password
 * within the last ten minutes.
 * @returns the Set-Cookie headers, and the language the person chose if any
 * @throws RuleBroken when the code is wrong or spent, or this browser owes none; TooFast after ten wrong ones, wherever
 *   they were tried
 */
export async function enterCode(
  { db, config }: Services,
  _actor: Actor,
  input: { code: string } & RequestBrowser,
): Promise<{ setCookies: string[]; locale: string | null }> {
  const personId = await pendingPersonId(db, input.cookies);
  if (personId === null) throw new RuleBroken("accounts_code_over");
  await countCodeTry(db, personId);
  const entered = await transaction(db, async (tx) => {
    // A password that changes meanwhile waits for this lock and then ends this session too, or was first and wins.
    const [person] = await tx
      .select({ locale: people.locale })
      .from(people)
      .where(eq(people.id, personId))
      .for("no key update");
    if ((await spendPendingSignIn(tx, input.cookies)) !== personId || !person) {
      throw new RuleBroken("accounts_code_over");
    }
    if (!(await takeCode(tx, config.dataDir, personId, input.code))) {
      throw new RuleBroken("accounts_code_wrong", {}, "code");
    }
    const store = { db: tx, appUrl: config.appUrl };
    const { setCookie, browserCookie } = await openSession(tx, store, personId, input);
    const setCookies = [setCookie, browserCookie, dropPendingCookie(config.appUrl)];
    return { setCookies, locale: person.locale };
  });
  await forgetCodeTries(db, personId);
  return entered;
}
