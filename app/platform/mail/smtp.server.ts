import nodemailer from "nodemailer";
import type { Config } from "../config/config.server";
import { headerValue, type Mail, oneAddress } from "./mail.server";

/** Sends by SMTP, a few connections kept open. */
export function smtpMail(url: string, config: Pick<Config, "mailFrom" | "appUrl">): Mail {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    // Letters are made of our own templates: nothing in them may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      await transport.sendMail({
        from: config.mailFrom,
        to: { name: "", address: oneAddress(letter.to) },
        subject: headerValue(letter.subject),
        text: letter.text,
        html: letter.html,
        messageId: `<${letter.id}@${new URL(config.appUrl).hostname}>`,
        headers: {
          "Auto-Submitted": "auto-generated",
          ...(letter.stopUrl ? { "List-Unsubscribe": `<${new URL(letter.stopUrl).href}>` } : {}),
        },
      });
    },
    async close() {
      transport.close();
    },
  };
}
