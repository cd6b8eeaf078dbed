import { and, asc, eq, isNull, ne, or } from "drizzle-orm";
import { mailAddressOf } from "~/features/accounts/index.server";
import { withLocale } from "~/platform/i18n/locale.server";
import { type LetterContent, writeLetter } from "~/platform/mail/letter.server";
import type { Letter } from "~/platform/mail/mail.server";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import { notificationChoices, notifications } from "~db/schema";
import type { MailRhythm } from "~db/vocabulary/notifications";
import { stopToken } from "../stopping.server";
import { digest } from "./digest.server";
import { ownMail } from "./own-mail.server";

/** One notification as mails tell it. */
export type MailedNews = Awaited<ReturnType<typeof newsOf>>[number];

/** A letter but for what the link says that stops its like. */
export type NewsContent = Omit<LetterContent, "stop"> & { stop: string };

/**
 * Writes a mail of news from what its notifications are now, in the person's language.
 * @returns null when nothing in it is news any more, or the person is gone or not confirmed
 */
export async function writeNews(
  services: Services,
  { mailId, personId, rhythm }: { mailId: string; personId: string; rhythm: MailRhythm },
): Promise<Omit<Letter, "id"> | null> {
  const { db, config } = services;
  const person = await mailAddressOf(db, personId);
  const news = person ? await newsOf(db, mailId) : [];
  const [first] = news;
  if (!person || !first) return null;
  const kinds = [...new Set(news.map(({ kind }) => kind))];
  const stopUrl = `${config.appUrl}/unsubscribe/${await stopToken(db, { personId, kinds })}`;
  return withLocale(person.locale, async () => {
    const content =
      rhythm === "each"
        ? await ownMail(services, first, person.name)
        : digest(config.appUrl, { name: person.name, rhythm, news });
    if (!content) return null;
    const stop = { text: content.stop, url: stopUrl };
    return { to: person.email, ...writeLetter({ ...content, stop }) };
  });
}

/** What of a mail is unread and was not turned off meanwhile, oldest first. */
function newsOf(db: Reader, mailId: string) {
  const { id, personId, kind, details, path, networkId, createdAt } = notifications;
  return db
    .select({ id, personId, kind, details, path, networkId, createdAt })
    .from(notifications)
    .leftJoin(
      notificationChoices,
      and(eq(notificationChoices.personId, personId), eq(notificationChoices.kind, kind)),
    )
    .where(
      and(
        eq(notifications.mailId, mailId),
        isNull(notifications.readAt),
        or(isNull(notificationChoices.choice), ne(notificationChoices.choice, "never")),
      ),
    )
    .orderBy(asc(createdAt), asc(id));
}
