import { m } from "~/platform/i18n/messages";
import type { LetterList } from "~/platform/mail/letter.server";
import type { MailRhythm } from "~db/vocabulary/notifications";
import { kindName, wordsOf } from "../kinds";
import type { MailedNews, NewsContent } from "./write-news.server";

/** Lines under one network; the rest stands on the site. */
const MOST_LINES = 20;

/** The mail that tells all of a day or week, under the networks it is about, in the locale it is called in. */
export function digest(
  appUrl: string,
  { name, rhythm, news }: { name: string; rhythm: MailRhythm; news: MailedNews[] },
): NewsContent {
  const count = news.length;
  const page = `${appUrl}/notifications`;
  return {
    subject:
      rhythm === "weekly" ? m.notifications_mail_weekly({ count }) : m.notifications_mail_daily({ count }),
    greeting: m.notifications_mail_greeting({ name }),
    paragraphs: [m.notifications_mail_unread()],
    lists: byNetwork(news).map((group) => listOf(group, appUrl, page)),
    button: { label: m.notifications_mail_all(), url: page },
    stop: m.notifications_mail_stop({
      kind: [...new Set(news.map(({ kind }) => kindName(kind)))].join(", "),
    }),
  };
}

/** Networks in the order of their first news; what is of none comes last. */
function byNetwork(news: MailedNews[]): MailedNews[][] {
  const groups = new Map<string, MailedNews[]>();
  for (const one of [...news].sort((a, b) => Number(!a.networkId) - Number(!b.networkId))) {
    const group = groups.get(one.networkId ?? "");
    if (group) group.push(one);
    else groups.set(one.networkId ?? "", [one]);
  }
  return [...groups.values()];
}

function listOf(group: MailedNews[], appUrl: string, page: string): LetterList {
  const newest = group.at(-1)!;
  return {
    title: (newest.networkId && newest.details.network) || m.notifications_mail_other(),
    url: page,
    items: group.slice(0, MOST_LINES).map(({ kind, details, path }) => ({
      label: wordsOf(kind, details).sentence,
      url: appUrl + path,
    })),
    more: group.length > MOST_LINES ? m.notifications_mail_more() : null,
  };
}
