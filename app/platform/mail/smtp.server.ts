import nodemailer from "nodemailer";
import { z } from "zod";
import type { Config } from "../config/config.server";
import { DeliveryUnknown, headerValue, type Mail, oneAddress } from "./mail.server";
import { signedMessageId } from "./message-id.server";
import { refusalOf } from "./refusals";

/**
 * Sends by SMTP, a few connections kept open.
 * @param secretOf what Message-IDs are signed with, so that a bounce of one can be known as ours; unsigned without
 */
export function smtpMail(
  url: string,
  config: Pick<Config, "mailFrom" | "appUrl">,
  secretOf?: () => Promise<string>,
): Mail {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // A letter whose connection broke may have arrived: whoever sent it decides, not the pool.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    // Letters are made of our own templates: nothing in them may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    recognisesRepeats: false,
    async send(letter) {
      const id = secretOf ? signedMessageId(await secretOf(), letter.id, letter.to) : letter.id;
      const message = {
        from: config.mailFrom,
        to: { name: "", address: oneAddress(letter.to) },
        subject: headerValue(letter.subject),
        text: letter.text,
        html: letter.html,
        messageId: `<${id}@${new URL(config.appUrl).hostname}>`,
        headers: {
          "Auto-Submitted": "auto-generated",
          ...(letter.stopUrl ? stopHeaders(letter.stopUrl) : {}),
        },
      };
      try {
        await transport.sendMail(message);
      } catch (error) {
        if (mayHaveArrived(error)) throw new DeliveryUnknown("the mail server's answer is not known");
        throw refusalOf(error) ?? error;
      }
    },
    async close() {
      transport.close();
    },
  };
}

const stopHeaders = (stopUrl: string) => ({
  "List-Unsubscribe": `<${new URL(stopUrl).href}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  Precedence: "bulk",
});

/** How nodemailer says that a connection which stood broke or fell silent. */
const brokenConnection = z.object({
  responseCode: z.undefined().optional(),
  syscall: z.enum(["read", "write"]).optional(),
  code: z.enum(["ECONNECTION", "ESOCKET", "ETIMEDOUT"]),
  timeoutType: z.literal("SOCKET_TIMEOUT").optional(),
  command: z
    .string()
    .refine((command) => command !== "API")
    .optional(),
});

/** A server that answered has refused it, and a connection that never stood carried nothing. */
const mayHaveArrived = (error: unknown) => brokenConnection.safeParse(error).success;
