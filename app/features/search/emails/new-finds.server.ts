import { m } from "~/platform/i18n/messages";
import type { LetterContent } from "~/platform/mail/letter.server";
import type { Services } from "~/platform/services/services.server";
import { kindOf } from "../kinds";
import { announcedFinds } from "../new-finds.server";
import type { NewFinds } from "../saved-searches.server";
import { hrefOf } from "../searched-pages.server";

/** Lines of one saved search; the rest stands behind its link. */
const MOST_LINES = 5;

/**
 * What a letter says of what is new in a person's saved searches, however many, in the locale it is called in.
 * @returns null when there is nothing new any more, or the person is gone
 */
export async function newFindsLetter(
  services: Services,
  fact: { personId: string; windows: string },
): Promise<Pick<LetterContent, "subject" | "paragraphs" | "lists" | "button"> | null> {
  const finds = await announcedFinds(services, fact);
  if (finds.length === 0) return null;
  return {
    subject: subjectOf(finds),
    paragraphs: [m.search_mail_text()],
    lists: finds.map((find) => listOf(find, services)),
    button: { label: m.search_mail_button(), url: `${services.config.appUrl}/settings/saved-searches` },
  };
}

const countOf = ({ hits, more }: NewFinds) => ({
  count: hits.length,
  number: `${hits.length}${more ? "+" : ""}`,
});

function subjectOf(finds: NewFinds[]): string {
  const [only] = finds;
  if (only && finds.length === 1)
    return m.search_mail_subject_one({ name: only.saved.name, ...countOf(only) });
  return m.search_mail_subject({ count: finds.length });
}

function listOf(find: NewFinds, { config: { appUrl }, searchables }: Services) {
  const { saved, hits } = find;
  return {
    title: m.search_mail_list({ name: saved.name, ...countOf(find) }),
    url: appUrl + hrefOf(saved),
    items: hits.slice(0, MOST_LINES).flatMap((hit) => {
      const presented = kindOf(searchables, hit.type)?.presented;
      if (!presented) return [];
      const label = m.search_mail_item({ title: hit.title, kind: presented.name() });
      return [{ label, url: appUrl + presented.path(hit) }];
    }),
    more: hits.length > MOST_LINES ? m.search_mail_more() : null,
  };
}
