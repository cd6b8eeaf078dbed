import { writeToPerson } from "~/features/accounts/index.server";
import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { kindOf } from "../kinds";
import { announcedFinds } from "../new-finds.server";
import type { NewFinds } from "../saved-searches.server";
import { hrefOf } from "../searched-pages.server";
import { readWindows } from "../windows";

/** Lines of one saved search; the rest stands behind its link. */
const MOST_LINES = 5;

/** Writes to a person what is new in their saved searches: one letter, however many searches. */
export async function mailNewFinds(
  services: Services,
  fact: { personId: string; windows: string },
): Promise<void> {
  const finds = await announcedFinds(services, fact);
  const [first] = readWindows(fact.windows);
  if (finds.length === 0 || !first) return;
  const { appUrl } = services.config;
  const page = `${appUrl}/settings/saved-searches`;
  await writeToPerson(
    services,
    fact.personId,
    `new-finds-${first.id}-${first.until.getTime()}`,
    ({ name }) => ({
      subject: subjectOf(finds),
      greeting: m.search_mail_greeting({ name }),
      paragraphs: [m.search_mail_text()],
      lists: finds.map((find) => listOf(find, services)),
      button: { label: m.search_mail_button(), url: page },
      stop: { text: m.search_mail_stop(), url: page },
    }),
  );
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
