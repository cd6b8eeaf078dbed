import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Says that a browser is the one that signed up. Opening a mailed link proves the mailbox only: without this,
 * somebody could sign up with a stranger's address, wait until the stranger presses the button in the mail, and sign in
 * with the password they chose. It hangs on the password's hash, so a later sign-up with the same address ends it.
 */
export const signUpProof = (passwordHash: string) =>
  createHmac("sha256", passwordHash).update("signed up here").digest("base64url");

/** Whether the proof a browser shows belongs to this password hash. */
export function proofHolds(proof: string | null, passwordHash: string): boolean {
  const expected = Buffer.from(signUpProof(passwordHash));
  const shown = Buffer.from(proof ?? "");
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
