import { and, eq, isNotNull } from "drizzle-orm";
import { withLocale } from "~/platform/i18n/locale.server";
import { m } from "~/platform/i18n/messages";
import { type LetterContent, writeLetter } from "~/platform/mail/letter.server";
import { hashToken } from "~/platform/secrets/tokens.server";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { CHANGE_DAYS, changeById, createChangeToken, dropChangeToken } from "../email-changes.server";

type Change = NonNullable<Awaited<ReturnType<typeof changeById>>>;
type Asked = { changeId: string };

/** Writes to the new address: with the link that confirms it, or, where it has an account, that nothing changes. */
export async function mailNewAddress(services: Services, { changeId }: Asked): Promise<void> {
  const change = await changeById(services.db, changeId);
  if (!change) return;
  const taken = await services.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, change.newEmail), isNotNull(people.emailVerifiedAt)));
  if (taken.length > 0) {
    const letter = withLocale(change.locale, () =>
      writeLetter({
        subject: m.accounts_mail_change_taken_subject(),
        greeting: m.accounts_mail_change_greeting(),
        paragraphs: [m.accounts_mail_change_taken_text(), m.accounts_mail_change_taken_do()],
        button: { label: m.accounts_mail_repeated_button(), url: `${services.config.appUrl}/sign-in` },
      }),
    );
    await services.mail.send({ to: change.newEmail, id: `change-taken-${changeId}`, ...letter });
    return;
  }
  await sendLink(services, change, "new", (url) => ({
    subject: m.accounts_mail_change_new_subject(),
    greeting: m.accounts_mail_greeting({ name: change.name }),
    paragraphs: [
      m.accounts_mail_change_new_text({ days: CHANGE_DAYS }),
      m.accounts_mail_change_new_not_you(),
    ],
    button: { label: m.accounts_mail_verify_button(), url },
  }));
}

/** Writes to the old address, with the link that agrees or undoes. */
export async function mailOldAddress(services: Services, { changeId }: Asked): Promise<void> {
  const change = await changeById(services.db, changeId);
  if (!change) return;
  await sendLink(services, change, "old", (url) => ({
    subject: m.accounts_mail_change_old_subject(),
    greeting: m.accounts_mail_greeting({ name: change.name }),
    paragraphs: [
      m.accounts_mail_change_old_text({ email: change.newEmail }),
      m.accounts_mail_change_old_you({ days: CHANGE_DAYS }),
      m.accounts_mail_change_old_not_you(),
    ],
    button: { label: m.accounts_mail_change_old_button(), url },
  }));
}

/** Makes the token at the moment its letter is written, so that it lies in no job. */
async function sendLink(
  { db, mail, config }: Services,
  change: Change,
  side: "new" | "old",
  content: (url: string) => LetterContent,
): Promise<void> {
  const token = await createChangeToken(db, change.id, side);
  try {
    const letter = withLocale(change.locale, () =>
      writeLetter(content(`${config.appUrl}/change-email?token=${token}`)),
    );
    const to = side === "new" ? change.newEmail : change.oldEmail;
    await mail.send({ to, id: `change-${side}-${hashToken(token).slice(0, 32)}`, ...letter });
  } catch (error) {
    await dropChangeToken(db, token);
    throw error;
  }
}
