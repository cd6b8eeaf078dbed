import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { writeToPerson } from "./write-to-person.server";

/** Tells a person that their password was changed, in case it was not they who did it. */
export const sendPasswordChanged = (
  services: Services,
  { personId, occasion }: { personId: string; occasion: string },
): Promise<void> =>
  writeToPerson(services, personId, `password-changed-${occasion}`, ({ name }) => ({
    subject: m.accounts_mail_changed_subject(),
    greeting: m.accounts_mail_greeting({ name }),
    paragraphs: [m.accounts_mail_changed_text(), m.accounts_mail_changed_not_you()],
    button: { label: m.accounts_mail_changed_button(), url: `${services.config.appUrl}/reset-password` },
  }));
