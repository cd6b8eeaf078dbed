import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { forgetTokens } from "../email-tokens.server";
import type { AccountsFact } from "../facts";
import { hashPassword } from "../hashing.server";
import { passwordWeakness } from "../password";
import { signUpProof } from "../sign-up-proof.server";
import { countAccountTry, mayGetLetter } from "../tries.server";

/**
 * Makes an account that waits for its address to be confirmed. It does the same work and answers the same whether or
 * not the address has an account: one in use is left alone and its owner told by mail; one that still waits is replaced,
 * for nobody has proved yet that it is theirs.
 * @param input.locale language of the mails
 * @returns the proof that this browser signed up, for a cookie
 * @throws RuleBroken when the password is too easily guessed, TooFast
 */
export async function signUp(
  services: Services,
  _actor: Actor,
  input: { name: string; email: string; password: string; locale: string; addressGroup: string },
): Promise<{ proof: string }> {
  const { db } = services;
  const weakness = passwordWeakness(input.password, input);
  if (weakness) throw new RuleBroken(weakness, {}, "password");
  await countAccountTry(db, "sign-up", input);
  const passwordHash = await hashPassword(input.password);
  const writeLetter = await mayGetLetter(db, input.email);
  await transaction(db, async (tx) => {
    const waits = sql`${people.emailVerifiedAt} is null`;
    const [person] = await tx
      .insert(people)
      .values({ name: input.name, email: input.email, passwordHash, locale: input.locale })
      .onConflictDoUpdate({
        target: people.email,
        set: {
          name: sql`case when ${waits} then excluded.name else ${people.name} end`,
          passwordHash: sql`case when ${waits} then excluded.password_hash else ${people.passwordHash} end`,
          locale: sql`case when ${waits} then excluded.locale else ${people.locale} end`,
        },
      })
      .returning({ id: people.id, inUse: sql<boolean>`${people.emailVerifiedAt} is not null` });
    if (!person) throw new Error("an insert that updates on conflict returned nothing");
    await forgetTokens(tx, person.id, "verify");
    if (!writeLetter) return;
    const personId = person.id;
    await announce<AccountsFact>(
      tx,
      person.inUse
        ? { kind: "accounts.sign-up-repeated", personId, occasion: v7() }
        : { kind: "accounts.verification-wanted", personId },
    );
  });
  return { proof: signUpProof(passwordHash) };
}
