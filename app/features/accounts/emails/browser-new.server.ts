import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { browserWords } from "../browser-words";
import { knownBrowser } from "../known-browsers.server";
import { writeToPerson } from "./write-to-person.server";

/** Tells a person that their account was signed in with a browser it was not seen with before. */
export async function sendBrowserNew(
  services: Services,
  { personId, browserId }: { personId: string; browserId: string },
): Promise<void> {
  const seen = await knownBrowser(services.db, browserId);
  if (!seen) return;
  await writeToPerson(services, personId, `browser-new-${browserId}`, ({ name }) => ({
    subject: m.accounts_mail_browser_subject(),
    greeting: m.accounts_mail_greeting({ name }),
    paragraphs: [
      m.accounts_mail_browser_text({ browser: browserWords(seen), when: moment(seen.seenAt) }),
      m.accounts_mail_browser_you(),
      m.accounts_mail_browser_not_you(),
    ],
    button: { label: m.accounts_mail_factor_button(), url: `${services.config.appUrl}/settings/security` },
  }));
}

/** We do not know where the reader is, so the zone is named. */
const moment = (at: Date) =>
  new Intl.DateTimeFormat(formattingLocale(), {
    ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
    ...{ timeZone: "UTC", timeZoneName: "short" },
  }).format(at);
