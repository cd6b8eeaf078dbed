import { and, eq, isNull } from "drizzle-orm";
import { withLocale } from "~/platform/i18n/locale.server";
import { m } from "~/platform/i18n/messages";
import { writeLetter } from "~/platform/mail/letter.server";
import { DeliveryUnknown } from "~/platform/mail/mail.server";
import { LAST_LETTER } from "~/platform/mail/message-id.server";
import type { Services } from "~/platform/services/services.server";
import { accountDeletions } from "~db/schema";
import { leavingPerson } from "../deletions.server";

/** So long a mail server that refuses can hold up a deletion, in milliseconds; then the account goes without a letter. */
const PATIENCE_MS = 3 * 86_400_000;

/**
 * The last letter of an account, once: who begins to send it claims it first, so that a run after a crash does not write
 * again where the letter might arrive twice.
 * @throws what the mail server said when it refused, for three days
 */
export async function sayFarewell(services: Services, personId: string, now: Date): Promise<void> {
  const { db, mail, log, config } = services;
  const person = await leavingPerson(db, personId);
  if (!person || !(await claim(services, personId, now))) return;
  const letter = withLocale(person.locale, () =>
    writeLetter({
      subject: m.accounts_mail_farewell_subject(),
      greeting: m.accounts_mail_greeting({ name: person.name }),
      paragraphs: [m.accounts_mail_farewell_text(), m.accounts_mail_farewell_again()],
      button: { label: m.site_name(), url: config.appUrl },
    }),
  );
  try {
    await mail.send({ to: person.email, id: `${LAST_LETTER}${personId}`, once: true, ...letter });
  } catch (error) {
    if (error instanceof DeliveryUnknown) return;
    await db
      .update(accountDeletions)
      .set({ letterClaimedAt: null })
      .where(eq(accountDeletions.personId, personId));
    if (now.getTime() - person.dueAt.getTime() < PATIENCE_MS) throw error;
    log.warn(
      { personId },
      "an account is deleted without its last letter: the mail server refused it for days",
    );
  }
}

/** @returns whether this is the one who sends it */
async function claim({ db, mail }: Services, personId: string, now: Date): Promise<boolean> {
  const claimed = await db
    .update(accountDeletions)
    .set({ letterClaimedAt: now })
    .where(
      and(
        eq(accountDeletions.personId, personId),
        mail.recognisesRepeats ? undefined : isNull(accountDeletions.letterClaimedAt),
      ),
    )
    .returning({ personId: accountDeletions.personId });
  return claimed.length > 0;
}
