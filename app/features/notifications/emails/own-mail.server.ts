import { announcementFor } from "~/features/networks/index.server";
import { newFindsLetter } from "~/features/search/index.server";
import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { kindName, moreOf, wordsOf } from "../kinds";
import type { MailedNews, NewsContent } from "./write-news.server";

type Written = Partial<Pick<NewsContent, "subject" | "paragraphs" | "lists" | "button">>;

/** Kinds whose own mail says more than the notification holds; null: it is no news any more. */
const written: Record<string, (services: Services, news: MailedNews) => Promise<Written | null>> = {
  "networks.announced": async ({ db }, { personId, details }) => {
    const announcement = await announcementFor(db, personId, details.announcementId ?? "");
    return (
      announcement && {
        paragraphs: [wordsOf("networks.announced", details).sentence, ...announcement.paragraphs],
      }
    );
  },
  "search.new-found": (services, { personId, details }) =>
    newFindsLetter(services, { personId, windows: details.windows ?? "" }),
};

/**
 * The mail about one notification, in the locale it is called in.
 * @returns null when it is no news any more
 */
export async function ownMail(
  services: Services,
  news: MailedNews,
  name: string,
): Promise<NewsContent | null> {
  const { kind, details, path } = news;
  const own = Object.hasOwn(written, kind) ? await written[kind]!(services, news) : {};
  if (!own) return null;
  const { sentence, quote } = wordsOf(kind, details);
  return {
    subject: sentence,
    greeting: m.notifications_mail_greeting({ name }),
    paragraphs: [sentence, quote, moreOf(kind, details)].filter((text) => text !== null),
    button: { label: m.notifications_mail_see(), url: services.config.appUrl + path },
    ...own,
    stop: m.notifications_mail_stop({ kind: kindName(kind) }),
  };
}
