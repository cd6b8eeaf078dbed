import { timingSafeEqual } from "node:crypto";
import { sign } from "../secrets/signed.server";

/** How the id begins of a letter after which nothing of its recipient shall be kept, not even that it came back. */
export const LAST_LETTER = "last-letter-";

// Whoever gets a letter can read its id, so it is signed together with the address it goes to: it says something of
// that address and of no other.
const signatureOf = (secret: string, id: string, address: string) =>
  sign(secret, "message-id", `${id} ${address.toLowerCase()}`).split(".")[1]!;

/** The local part of a Message-ID that can be known again as ours. @param id of the letter */
export const signedMessageId = (secret: string, id: string, address: string): string =>
  `${id}.${signatureOf(secret, id, address)}`;

/** Whether a Message-ID, with or without its brackets, is of a letter that we sent to this address. */
export function isOurMessageId(secret: string, messageId: string, address: string): boolean {
  const [, id, signature = ""] =
    /^<?(.{1,500})\.([\w-]{43})@[^@\s]{1,255}$/.exec(messageId.replace(/>$/, "")) ?? [];
  if (!id) return false;
  const expected = Buffer.from(signatureOf(secret, id, address));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
