import { lt, sql } from "drizzle-orm";
import { readCookie, writeCookie } from "~/platform/http/cookies";
import { houseSecret } from "~/platform/secrets/house-secret.server";
import { readSigned, sign } from "~/platform/secrets/signed.server";
import { hashToken, newToken } from "~/platform/secrets/tokens.server";
import type { Database } from "~db/client.server";
import { spentChallenges } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

// Asking for a challenge writes nothing, so nobody can fill a table by asking: it is signed, and only what was answered
// is kept until it would be over. The cookie binds it to the browser that asked.
const COOKIE = "staffroom_passkey";
const COOKIE_SECONDS = 60 * 60;

/** How long a challenge may be answered, in minutes. */
export const CHALLENGE_MINUTES = 5;

/** What a challenge is for: answered for one thing, it is good for no other. */
export type ChallengePurpose = "sign-in" | `add:${string}`;

const signedFor = (purpose: ChallengePurpose) => `passkey ${purpose}`;

function browserToken(cookies: string | null): string | null {
  const kept = readCookie(cookies, COOKIE) ?? "";
  return /^[\w-]{43}$/.test(kept) ? kept : null;
}

/**
 * Makes a challenge for the browser with these cookies.
 * @param cargo comes back with the answer; letters, digits and "-_" only
 * @returns it, and the Set-Cookie header that binds it
 */
export async function makeChallenge(
  { db, appUrl, cookies }: { db: Database; appUrl: string; cookies: string | null },
  purpose: ChallengePurpose,
  cargo = "",
): Promise<{ challenge: string; setCookie: string }> {
  // Two tabs share one token, or the second would spoil the first.
  const token = browserToken(cookies) ?? newToken();
  const expires = Date.now() + CHALLENGE_MINUTES * 60_000;
  const text = [newToken(), expires, hashToken(token), cargo].join(".");
  return {
    challenge: sign(await houseSecret(db), signedFor(purpose), text),
    setCookie: writeCookie(COOKIE, token, { maxAge: COOKIE_SECONDS, appUrl }),
  };
}

/** What a challenge of ours carries; null when it is not ours, over, for something else, or of another browser. */
export async function readChallenge(
  { db, cookies }: { db: Database; cookies: string | null },
  purpose: ChallengePurpose,
  challenge: string,
): Promise<{ cargo: string } | null> {
  const text = readSigned(await houseSecret(db), signedFor(purpose), challenge);
  const [, expires, browser, cargo] = text?.split(".") ?? [];
  const token = browserToken(cookies);
  if (token === null || browser !== hashToken(token) || cargo === undefined) return null;
  return Number(expires) > Date.now() ? { cargo } : null;
}

/** Spends a challenge: of many answers at once, one gets it. @returns whether this one did */
export async function spendChallenge(tx: Transaction, challenge: string): Promise<boolean> {
  const spent = await tx
    .insert(spentChallenges)
    .values({
      id: hashToken(challenge),
      expiresAt: sql`now() + make_interval(mins => ${2 * CHALLENGE_MINUTES})`,
    })
    .onConflictDoNothing()
    .returning({ id: spentChallenges.id });
  return spent.length > 0;
}

/** Removes those that are over. Run by the schedule. */
export async function removeOldChallenges(db: Database): Promise<void> {
  await db.delete(spentChallenges).where(lt(spentChallenges.expiresAt, sql`now()`));
}
