import { and, eq, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { forgetBounces } from "~/platform/mail/bounces.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { spendToken, tokenOwner } from "../email-tokens.server";
import { type Entered, enter } from "../entering.server";
import type { AccountsFact } from "../facts";
import { passwordMatches } from "../hashing.server";
import { proofHolds } from "../sign-up-proof.server";
import { countAccountTry, forgiveTries } from "../tries.server";

type Confirmation = {
  token: string;
  /** What the browser that signed up keeps in a cookie; any other browser gives the password. */
  proof: string | null;
  password: string;
  addressGroup: string;
} & RequestBrowser;

/**
 * Spends the token of a verification mail: the address is confirmed and the person signed in.
 * @throws RuleBroken when the link is over, or the password is missing or wrong (the token is then not spent), TooFast
 */
export async function confirmAddress(
  services: Services,
  actor: Actor,
  input: Confirmation,
): Promise<Entered> {
  const { db, config } = services;
  const owner = await tokenOwner(db, input.token, "verify");
  if (!owner) throw linkOver();
  if (!proofHolds(input.proof, owner.passwordHash)) await checkPassword(services, owner, input);
  return transaction(db, async (tx) => {
    if ((await spendToken(tx, input.token, "verify")) !== owner.id) throw linkOver();
    const confirmed = await tx
      .update(people)
      .set({ emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, now())` })
      .where(and(eq(people.id, owner.id), eq(people.passwordHash, owner.passwordHash)))
      .returning({ id: people.id });
    if (confirmed.length === 0) throw linkOver();
    await forgetBounces(tx, owner.email);
    await audit(tx, actor, { act: "address confirmed", subjectType: "person", subjectId: owner.id });
    await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: owner.id });
    return enter(tx, { db: tx, appUrl: config.appUrl }, owner.id, input);
  });
}

async function checkPassword(
  { db }: Services,
  owner: { email: string; passwordHash: string },
  { password, addressGroup }: Confirmation,
): Promise<void> {
  if (password === "") throw new RuleBroken("accounts_password_missing", {}, "password");
  const who = { email: owner.email, addressGroup };
  await countAccountTry(db, "verify", who);
  if (!(await passwordMatches(owner.passwordHash, password))) {
    throw new RuleBroken("accounts_verify_password_wrong", {}, "password");
  }
  await forgiveTries(db, "verify", who);
}

const linkOver = () => new RuleBroken("accounts_link_over");
