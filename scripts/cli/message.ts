import { LONGEST_MESSAGE } from "~/platform/mail/bounce-message.server";

/**
 * Reads a message to its end, so that whoever pipes it in is not cut off.
 * @returns at most one byte more than may be read: the rest of a longer one is thrown away
 */
export async function readMessage(input: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const kept: Buffer[] = [];
  let left = LONGEST_MESSAGE + 1;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk).subarray(0, left);
    kept.push(bytes);
    left -= bytes.length;
  }
  return Buffer.concat(kept);
}
