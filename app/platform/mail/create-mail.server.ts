import type { Database } from "~db/client.server";
import type { Config } from "../config/config.server";
import { houseSecret } from "../secrets/house-secret.server";
import { noteBounce } from "./bounces.server";
import { keepingMail } from "./kept.server";
import type { Mail } from "./mail.server";
import { AddressRefused } from "./refusals";
import { smtpMail } from "./smtp.server";

/** SMTP where it is configured, otherwise mails are kept in the database and shown at /dev/mail. */
export function createMail(config: Config, db: Database): Mail {
  if (!config.smtpUrl) return keepingMail(db);
  return notingBounces(
    smtpMail(config.smtpUrl, config, () => houseSecret(db)),
    db,
  );
}

/** Writes a refused recipient down; the letter is done with, for trying again would change nothing. */
const notingBounces = (mail: Mail, db: Database): Mail => ({
  ...mail,
  async send(letter) {
    try {
      await mail.send(letter);
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error;
      await noteBounce(db, letter.to, error.bounce);
    }
  },
});
