import { eq } from "drizzle-orm";
import { withLocale } from "~/platform/i18n/locale.server";
import { m } from "~/platform/i18n/messages";
import { writeLetter } from "~/platform/mail/letter.server";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { TOKEN_HOURS } from "../email-tokens.server";
import { sendWithToken } from "./send-with-token.server";

/** Writes to a new address with the link that confirms it. Nothing is sent once it is confirmed. */
export async function sendVerification(
  services: Services,
  { personId }: { personId: string },
): Promise<void> {
  const [person] = await services.db
    .select({
      name: people.name,
      email: people.email,
      locale: people.locale,
      verifiedAt: people.emailVerifiedAt,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!person || person.verifiedAt) return;
  await sendWithToken(services, { personId, purpose: "verify", to: person.email }, (url) =>
    withLocale(person.locale, () =>
      writeLetter({
        subject: m.accounts_mail_verify_subject(),
        greeting: m.accounts_mail_greeting({ name: person.name }),
        paragraphs: [
          m.accounts_mail_verify_text({ hours: TOKEN_HOURS.verify }),
          m.accounts_mail_verify_not_you(),
        ],
        button: { label: m.accounts_mail_verify_button(), url },
      }),
    ),
  );
}
