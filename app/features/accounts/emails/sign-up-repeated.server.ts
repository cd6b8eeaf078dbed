import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { writeToPerson } from "./write-to-person.server";

/** Tells a person that somebody, most likely they themselves, signed up once more with their address. */
export const sendSignUpRepeated = (
  services: Services,
  { personId, occasion }: { personId: string; occasion: string },
): Promise<void> =>
  writeToPerson(services, personId, `sign-up-repeated-${occasion}`, ({ name }) => ({
    subject: m.accounts_mail_repeated_subject(),
    greeting: m.accounts_mail_greeting({ name }),
    paragraphs: [m.accounts_mail_repeated_text(), m.accounts_mail_repeated_forgot()],
    button: { label: m.accounts_mail_repeated_button(), url: `${services.config.appUrl}/sign-in` },
  }));
