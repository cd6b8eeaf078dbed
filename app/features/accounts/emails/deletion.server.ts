import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { leavingPerson } from "../deletions.server";
import { writeToPerson } from "./write-to-person.server";

type Occasion = { personId: string; occasion: string };

/** Tells a person when their account will be deleted, and the way back. Nothing is sent once they have kept it. */
export async function sendDeletionAsked(services: Services, { personId, occasion }: Occasion): Promise<void> {
  const leaving = await leavingPerson(services.db, personId);
  if (!leaving) return;
  await writeToPerson(services, personId, `deletion-asked-${occasion}`, ({ name }) => ({
    subject: m.accounts_mail_deletion_subject(),
    greeting: m.accounts_mail_greeting({ name }),
    paragraphs: [
      m.accounts_mail_deletion_text({ date: longDate(leaving.dueAt) }),
      m.accounts_mail_deletion_back(),
      m.accounts_mail_deletion_not_you(),
    ],
    button: { label: m.accounts_keep_button(), url: `${services.config.appUrl}/leaving` },
  }));
}

/** Tells a person that their account stays. */
export const sendAccountKept = (services: Services, { personId, occasion }: Occasion): Promise<void> =>
  writeToPerson(services, personId, `account-kept-${occasion}`, ({ name }) => ({
    subject: m.accounts_mail_kept_subject(),
    greeting: m.accounts_mail_greeting({ name }),
    paragraphs: [m.accounts_kept(), m.accounts_mail_kept_not_you()],
    button: { label: m.accounts_mail_changed_button(), url: `${services.config.appUrl}/reset-password` },
  }));

/** We do not know where the reader is: the day is that of UTC. */
export const longDate = (at: Date) =>
  new Intl.DateTimeFormat(formattingLocale(), { dateStyle: "long", timeZone: "UTC" }).format(at);
