import { eq } from "drizzle-orm";
import { withLocale } from "~/platform/i18n/locale.server";
import { m } from "~/platform/i18n/messages";
import { writeLetter } from "~/platform/mail/letter.server";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { TOKEN_HOURS } from "../email-tokens.server";
import { sendWithToken } from "./send-with-token.server";

/** Writes to a person with the link that sets a new password. Also where the address is not confirmed: it proves it. */
export async function sendReset(services: Services, { personId }: { personId: string }): Promise<void> {
  const [person] = await services.db
    .select({ name: people.name, email: people.email, locale: people.locale })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return;
  await sendWithToken(services, { personId, purpose: "reset", to: person.email }, (url) =>
    withLocale(person.locale, () =>
      writeLetter({
        subject: m.accounts_mail_reset_subject(),
        greeting: m.accounts_mail_greeting({ name: person.name }),
        paragraphs: [
          m.accounts_mail_reset_text({ hours: TOKEN_HOURS.reset }),
          m.accounts_mail_reset_not_you(),
        ],
        button: { label: m.accounts_mail_reset_button(), url },
      }),
    ),
  );
}
