import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * A text with its signature, safe in addresses. Anybody can read it; only who knows the secret can make it.
 * @param purpose what it is for: signed for one thing, it is good for no other
 */
export const sign = (secret: string, purpose: string, text: string): string =>
  `${Buffer.from(text).toString("base64url")}.${signatureOf(secret, purpose, text)}`;

/** The text that `sign` signed, or null for anything else. */
export function readSigned(secret: string, purpose: string, token: string): string | null {
  const [encoded = "", signature = "", ...more] = token.split(".");
  const text = Buffer.from(encoded, "base64url").toString("utf8");
  const expected = Buffer.from(signatureOf(secret, purpose, text));
  const given = Buffer.from(signature);
  if (more.length > 0 || given.length !== expected.length) return null;
  return timingSafeEqual(given, expected) ? text : null;
}

const signatureOf = (secret: string, purpose: string, text: string) =>
  createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
