import { withLocale } from "~/platform/i18n/locale.server";
import { type LetterContent, writeLetter } from "~/platform/mail/letter.server";
import type { Services } from "~/platform/services/services.server";
import { accountAddressOf } from "../queries.server";

/**
 * Writes to a person whose address is confirmed, in their language. For reactions: a failure is thrown, so that the
 * job tries again; a person who is gone gets nothing and nothing is said.
 * @param letterId the same for the same occasion, so that a letter sent twice is recognised as one
 * @param content called in the person's language
 */
export async function writeToPerson(
  { db, mail }: Services,
  personId: string,
  letterId: string,
  content: (person: { name: string }) => LetterContent,
): Promise<void> {
  const person = await accountAddressOf(db, personId);
  if (!person) return;
  const letter = withLocale(person.locale, () => writeLetter(content(person)));
  await mail.send({ to: person.email, id: letterId, ...letter });
}
