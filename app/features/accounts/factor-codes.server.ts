import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

// RFC 6238 as every authenticator app knows it: SHA-1, six digits, half a minute.
const PERIOD = 30;
const DIGITS = 6;

const totp = (secret: string, account = "") =>
  new TOTP({
    issuer: "Staffroom",
    label: account,
    secret,
    period: PERIOD,
    digits: DIGITS,
    algorithm: "SHA1",
  });

/** 160 random bits in base 32, as RFC 4226 asks for. */
export const newSecret = () => new Secret({ size: 20 }).base32;

/** What a QR code for the app says. @param account shown beside the codes: the mail address */
export const appAddress = (secret: string, account: string) => totp(secret, account).toString();

/** The secret in groups of four, for who types it. */
export const inGroups = (secret: string) => secret.replace(/.{4}(?=.)/g, "$& ");

/**
 * The number of the half minute a code belongs to; the one before and the one after now are taken too, for clocks that
 * differ (RFC 6238, 5.2).
 * @param now milliseconds since 1970
 * @returns null when it is no code of this secret now
 */
export function stepOf(secret: string, code: string, now: number): number | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totp(secret).validate({ token: digits, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
}

const RECOVERY_CODES = 10;
// Base 32 without what looks like something else; 32 signs, so that every one is as likely.
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Ten codes of 80 random bits, in groups of four. */
export const newRecoveryCodes = () =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const signs = [...randomBytes(16)].map((byte) => SIGNS[byte % SIGNS.length]!).join("");
    return signs.replace(/.{4}(?=.)/g, "$&-");
  });

/** A recovery code as it was made, however it was typed; null when it is none. */
export function foldRecoveryCode(typed: string): string | null {
  const folded = typed.toLowerCase().replace(/[\s-]/g, "");
  return /^[a-z2-9]{16}$/.test(folded) ? folded : null;
}
