import { desc, eq, lt, sql } from "drizzle-orm";
import { validate } from "uuid";
import type { Database } from "~db/client.server";
import { keptMails } from "~db/schema";
import type { Config } from "../config/config.server";
import { headerValue, type Mail, oneAddress } from "./mail.server";

/** Keeps mails instead of sending them. */
export function keepingMail(db: Database): Mail {
  return {
    recognisesRepeats: true,
    async send(letter) {
      await db
        .insert(keptMails)
        .values({
          recipient: oneAddress(letter.to),
          subject: headerValue(letter.subject),
          text: letter.text,
          html: letter.html,
          onceId: letter.once ? letter.id : null,
        })
        .onConflictDoNothing();
    },
    close: async () => undefined,
  };
}

/** Whether kept mails may be read at /dev/mail: they hold links that sign people in. */
export const keptMailsAreShown = (config: Pick<Config, "smtpUrl" | "demo" | "environment">) =>
  config.smtpUrl === null && (config.demo || config.environment === "development");

/** The newest kept mails, at most 100. @param only.to narrows them to one address; "" does not */
export const listKeptMails = (db: Database, only: { to: string } = { to: "" }) =>
  db
    .select()
    .from(keptMails)
    .where(only.to ? eq(keptMails.recipient, only.to) : undefined)
    .orderBy(desc(keptMails.createdAt), desc(keptMails.id))
    .limit(100);

/** One kept mail, or null. */
export async function readKeptMail(db: Database, id: string) {
  if (!validate(id)) return null;
  const [mail] = await db.select().from(keptMails).where(eq(keptMails.id, id));
  return mail ?? null;
}

/** Removes kept mails older than a week. Run by the schedule. */
export async function removeOldKeptMails(db: Database): Promise<void> {
  await db.delete(keptMails).where(lt(keptMails.createdAt, sql`now() - interval '7 days'`));
}
