import { TooFast } from "~/platform/errors/errors";
import { countTry, forgetTries, GUESSING, giveBackTry } from "~/platform/limits/limits.server";
import { hashToken } from "~/platform/secrets/tokens.server";
import type { Database } from "~db/client.server";

const occasions = ["sign-in", "sign-up", "reset", "verify", "passkey"] as const;
type Occasion = (typeof occasions)[number];

/** Letters to one address that somebody may cause without having proved that it is theirs. */
const LETTERS = { tries: 5, seconds: 60 * 60 };

// The table of limits needs no addresses of people, only to know them again.
const accountKey = (occasion: Occasion, email: string) => `${occasion}:account:${hashToken(email)}`;
const addressKey = (occasion: Occasion, addressGroup: string) => `${occasion}:address:${addressGroup}`;

const codeKey = (personId: string) => `code:account:${personId}`;

/**
 * Counts one try, by network address and by account, whether or not there is such an account.
 * @throws TooFast after ten tries in a quarter of an hour; tries over the address's limit do not count on the account
 */
export async function countAccountTry(
  db: Database,
  occasion: Occasion,
  { email, addressGroup }: { email: string; addressGroup: string },
): Promise<void> {
  await countTry(db, addressKey(occasion, addressGroup), GUESSING);
  await countTry(db, accountKey(occasion, email), GUESSING);
}

/** After the right password: forgets the account's tries and takes this one back from the address. */
export async function forgiveTries(
  db: Database,
  occasion: Occasion,
  { email, addressGroup }: { email: string; addressGroup: string },
): Promise<void> {
  await forgetTries(db, accountKey(occasion, email));
  await giveBackTry(db, addressKey(occasion, addressGroup));
}

/** Counts one try with a passkey, by network address and by what it calls itself, known or not. @throws TooFast */
export const countPasskeyTry = (db: Database, credentialId: string, addressGroup: string) =>
  countAccountTry(db, "passkey", { email: credentialId, addressGroup });

/** After a right answer of a passkey. */
export const forgivePasskeyTries = (db: Database, credentialId: string, addressGroup: string) =>
  forgiveTries(db, "passkey", { email: credentialId, addressGroup });

/** After a password was set by mail: whoever guessed before shall not keep its owner out. */
export const forgetSignInTries = (db: Database, email: string) =>
  forgetTries(db, accountKey("sign-in", email));

/** Counts one try at the current password of somebody who is signed in. @throws TooFast */
export const countPasswordTry = (db: Database, personId: string) =>
  countTry(db, `password:account:${personId}`, GUESSING);

/** After the right current password. */
export const forgetPasswordTries = (db: Database, personId: string) =>
  forgetTries(db, `password:account:${personId}`);

/** Counts one try at a code of somebody's second factor, in whichever browser and on whichever page. @throws TooFast */
export const countCodeTry = (db: Database, personId: string) => countTry(db, codeKey(personId), GUESSING);

/** After a right code. */
export const forgetCodeTries = (db: Database, personId: string) => forgetTries(db, codeKey(personId));

/** Counts one wish for another address: each writes two letters, one to whomever. @throws TooFast */
export const countEmailChange = (db: Database, personId: string) =>
  countTry(db, `email-change:account:${personId}`, LETTERS);

/** Copies of one's data a day: making one reads everything there is of a person. */
const EXPORTS = { tries: 3, seconds: 24 * 60 * 60 };

/** Counts one copy of somebody's data. @throws TooFast after three in a day */
export const countExport = (db: Database, personId: string) =>
  countTry(db, `export:account:${personId}`, EXPORTS);

/** Every key under which something of an address is counted, for when nobody here has it any more. */
export const limitKeysOfAddress = (email: string): string[] => [
  ...occasions.map((occasion) => accountKey(occasion, email)),
  `letters:${hashToken(email)}`,
];

/** Every key under which something of an account is counted, for when it is deleted. */
export const limitKeysOf = (personId: string, email: string): string[] => [
  ...limitKeysOfAddress(email),
  ...["password", "code", "email-change", "export"].map((what) => `${what}:account:${personId}`),
];

/** Whether one more letter may go to an address. It is refused silently, so that nothing can be learnt from it. */
export async function mayGetLetter(db: Database, email: string): Promise<boolean> {
  try {
    await countTry(db, `letters:${hashToken(email)}`, LETTERS);
    return true;
  } catch (error) {
    if (error instanceof TooFast) return false;
    throw error;
  }
}
