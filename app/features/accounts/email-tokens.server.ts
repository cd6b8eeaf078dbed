import { and, eq, gt, lt, sql } from "drizzle-orm";
import { hashToken, newToken } from "~/platform/secrets/tokens.server";
import type { Database, Reader } from "~db/client.server";
import { emailTokens, people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

export type TokenPurpose = "verify" | "reset";

/** How long a mailed link works, in hours. */
export const TOKEN_HOURS: Record<TokenPurpose, number> = { verify: 24, reset: 1 };

/** Makes a token; only its hash is kept. Made when the letter is written, so that it lies nowhere else. */
export async function createToken(db: Database, personId: string, purpose: TokenPurpose): Promise<string> {
  const token = newToken();
  await db.insert(emailTokens).values({
    id: hashToken(token),
    personId,
    purpose,
    expiresAt: sql`now() + make_interval(hours => ${TOKEN_HOURS[purpose]})`,
  });
  return token;
}

const live = (token: string, purpose: TokenPurpose) =>
  and(
    eq(emailTokens.id, hashToken(token)),
    eq(emailTokens.purpose, purpose),
    gt(emailTokens.expiresAt, sql`now()`),
  );

/** Whose token it is; null when it is unknown, spent or too old. Looking does not spend it. */
export async function tokenOwner(db: Reader, token: string, purpose: TokenPurpose) {
  const [owner] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      passwordHash: people.passwordHash,
    })
    .from(emailTokens)
    .innerJoin(people, eq(people.id, emailTokens.personId))
    .where(live(token, purpose));
  return owner ?? null;
}

/**
 * Spends a token: of many at once, one gets it. All other tokens of the same purpose die with it.
 * @returns the person's id, or null when there was nothing to spend
 */
export async function spendToken(
  tx: Transaction,
  token: string,
  purpose: TokenPurpose,
): Promise<string | null> {
  const [spent] = await tx
    .delete(emailTokens)
    .where(live(token, purpose))
    .returning({ personId: emailTokens.personId });
  if (!spent) return null;
  await forgetTokens(tx, spent.personId, purpose);
  return spent.personId;
}

/** Lets every mailed link of a person for this purpose die. */
export async function forgetTokens(tx: Transaction, personId: string, purpose: TokenPurpose): Promise<void> {
  await tx
    .delete(emailTokens)
    .where(and(eq(emailTokens.personId, personId), eq(emailTokens.purpose, purpose)));
}

/** Takes back a token whose letter could not be sent. */
export async function dropToken(db: Database, token: string): Promise<void> {
  await db.delete(emailTokens).where(eq(emailTokens.id, hashToken(token)));
}

/** Removes tokens that are over. Run by the schedule. */
export async function removeOldTokens(db: Database): Promise<void> {
  await db.delete(emailTokens).where(lt(emailTokens.expiresAt, sql`now()`));
}
