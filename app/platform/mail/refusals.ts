import { z } from "zod";

/** How an address stands to a mail: gone for good, or not to be reached for now. */
export type BounceKind = "permanent" | "transient";

/** What came back about one address. */
export type Bounce = {
  kind: BounceKind;
  /** RFC 3463, such as "5.1.1", or three digits of SMTP. */
  code: string;
  /** What the mail server said. */
  said: string;
};

/** The mail server refused the recipient: sending the same again is of no use. */
export class AddressRefused extends Error {
  constructor(
    readonly bounce: Bounce,
    readonly responseCode: number,
  ) {
    super("the mail server refused the recipient");
  }
}

// RFC 3463, 3.2 and 3.3: no such mailbox, domain or syntax, moved, null MX; mailbox disabled. 5.1.7 and 5.1.8 are about
// the sender, 5.7 about what mail servers think of us: neither says anything of the address.
const gone = new Set(["1.1", "1.2", "1.3", "1.6", "1.10", "2.1"]);
/** Full, or no way there now. */
const away = new Set(["2.0", "2.2", "4.1", "4.2", "4.3", "4.4", "4.7", "1.0"]);

/**
 * What a status says of an address.
 * @param status RFC 3463; 4.x.x counts only as the last word of a mail server, not while it is tried again
 * @returns null when it says nothing of the address
 */
export function kindOfStatus(status: string): BounceKind | null {
  const [, level, detail = ""] = /^([45])\.(\d{1,3}\.\d{1,3})$/.exec(status) ?? [];
  if (level === "5" && gone.has(detail)) return "permanent";
  return level && (away.has(detail) || (level === "4" && gone.has(detail))) ? "transient" : null;
}

const smtpError = z.object({
  responseCode: z.number().int(),
  response: z.string(),
  command: z.string().catch(""),
});

/** Plain SMTP at RCPT: no such mailbox, not local, name not allowed (RFC 5321, 4.2.3). */
const goneReplies = new Set([550, 551, 553]);

/**
 * Whether an error of the mail program says that the recipient is refused for good. 4xx is not: it is tried again, and
 * many a server greets strangers with it.
 * @returns null for everything else, also for refusals that are about us
 */
export function refusalOf(error: unknown): AddressRefused | null {
  const parsed = smtpError.safeParse(error);
  if (!parsed.success || parsed.data.responseCode < 500) return null;
  const { responseCode, response, command } = parsed.data;
  const status = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const kind = status ? kindOfStatus(status) : kindOfReply(responseCode, command);
  return (
    kind && new AddressRefused({ kind, code: status ?? String(responseCode), said: response }, responseCode)
  );
}

function kindOfReply(reply: number, command: string): BounceKind | null {
  if (command !== "RCPT TO") return null;
  if (reply === 552) return "transient";
  return goneReplies.has(reply) ? "permanent" : null;
}
