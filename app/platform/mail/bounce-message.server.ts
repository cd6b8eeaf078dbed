import PostalMime, { type Attachment } from "postal-mime";
import type { Database } from "~db/client.server";
import { houseSecret } from "../secrets/house-secret.server";
import { countIgnoredBounce, noteBounce } from "./bounces.server";
import { isOurMessageId, LAST_LETTER } from "./message-id.server";
import { kindOfStatus } from "./refusals";

/** The longest message that is read, in bytes: a letter of ours and what mail servers put around it. */
export const LONGEST_MESSAGE = 1_048_576;

/** More recipients than one letter of ours has; forwarding makes a few. */
const MOST_RECIPIENTS = 10;

/**
 * Takes a message that a mail server sent back (RFC 3464). It counts only where it returns the Message-ID of a letter of
 * ours together with the address that letter went to, which nobody can make up.
 * @returns whether it was written down; anything else is counted and ignored
 */
export async function takeBounceMessage(db: Database, message: Uint8Array): Promise<boolean> {
  const bounce = message.length <= LONGEST_MESSAGE ? await readBounce(message, await houseSecret(db)) : null;
  if (!bounce) {
    await countIgnoredBounce(db);
    return false;
  }
  await noteBounce(db, bounce.address, bounce);
  return true;
}

async function readBounce(message: Uint8Array, secret: string) {
  const parts = await partsOf(message);
  const report = parts.find(({ mimeType }) => mimeType === "message/delivery-status");
  const returned = parts.find(({ mimeType }) => /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType));
  if (!report || !returned) return null;
  const headers = fieldsOf(textOf(returned));
  const messageId = headers.get("message-id") ?? "";
  if (isLastLetter(messageId)) return null;
  const [, ...recipients] = textOf(report).split(/\r?\n(?:[ \t]*\r?\n)+/);
  for (const block of recipients.slice(0, MOST_RECIPIENTS)) {
    const fields = fieldsOf(block);
    const code = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0] ?? "";
    const kind = fields.get("action")?.toLowerCase() === "failed" ? kindOfStatus(code) : null;
    // Where it was forwarded, the last address is not the one we wrote to.
    const candidates = [fields.get("original-recipient"), fields.get("final-recipient"), headers.get("to")];
    const address = candidates.map(addressIn).find((one) => one && isOurMessageId(secret, messageId, one));
    if (kind && address) return { kind, code, said: fields.get("diagnostic-code") ?? "", address };
  }
  return null;
}

/** A letter after which nothing of its recipient shall be kept. */
const isLastLetter = (messageId: string) => messageId.replace(/^</, "").startsWith(LAST_LETTER);

/** The parts of a message; none where it is no message. */
async function partsOf(message: Uint8Array): Promise<Attachment[]> {
  try {
    const { attachments } = await PostalMime.parse(message, {
      attachmentEncoding: "utf8",
      forceRfc822Attachments: true,
      maxNestingDepth: 10,
      maxHeadersSize: 65_536,
    });
    return attachments;
  } catch {
    return [];
  }
}

const textOf = ({ content }: Attachment) => (typeof content === "string" ? content : "").slice(0, 65_536);

/** Header fields up to the first empty line, by name in lower case; the first of a name counts. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  const [head = ""] = text.replace(/^\s+/, "").split(/\r?\n\r?\n/);
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).trim().toLowerCase();
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim());
  }
  return fields;
}

/** The address in "rfc822; teacher@example.org" or "<teacher@example.org>"; null where there is none. */
const addressIn = (value: string | undefined): string | null =>
  /([^\s<>;,"@]{1,64}@[^\s<>;,"@]{1,253})/.exec((value ?? "").slice(0, 400))?.[1]?.toLowerCase() ?? null;
