import type { Database } from "~db/client.server";
import type { Config } from "../config/config.server";
import { keepingMail } from "./kept.server";
import type { Mail } from "./mail.server";
import { smtpMail } from "./smtp.server";

/** SMTP where it is configured, otherwise mails are kept in the database and shown at /dev/mail. */
export function createMail(config: Config, db: Database): Mail {
  return config.smtpUrl ? smtpMail(config.smtpUrl, config) : keepingMail(db);
}
