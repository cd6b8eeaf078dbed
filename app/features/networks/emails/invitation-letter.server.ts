import { and, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import { countryName } from "~/features/schools/index.server";
import { withLocale } from "~/platform/i18n/locale.server";
import { m } from "~/platform/i18n/messages";
import { writeLetter } from "~/platform/mail/letter.server";
import type { Services } from "~/platform/services/services.server";
import type { Database } from "~db/client.server";
import { invitations, networks, people } from "~db/schema";
import { joinPath, neverAgainPath } from "../invitation";
import { addCode } from "../invitations.server";
import { dayOf } from "../term";
import { longDay } from "../words";

/**
 * Writes to an invited address, once: who begins to send the letter claims it first, so that neither a job that runs
 * twice nor one that was killed sends a second. Its code is made here and lies nowhere else. Where the mail server
 * refuses, the claim is given back and the job tries again.
 */
export async function mailInvitation(
  services: Services,
  { invitationId }: { invitationId: string },
): Promise<void> {
  const { db, mail, config } = services;
  if (!(await claim(db, invitationId))) return;
  const letter = await letterOf(db, invitationId);
  if (!letter) return;
  const { email, invitedAt, expiresAt, inviter, network } = letter;
  const code = await addCode(db, invitationId);
  const where = [network.region, countryName(network.country)].filter(Boolean).join(", ");
  const written = withLocale(inviter?.locale ?? null, () => {
    const gaps = { network: network.name, person: inviter?.name ?? m.networks_letter_coordinators() };
    return writeLetter({
      subject: m.networks_letter_subject(gaps),
      greeting: m.networks_letter_greeting(),
      // No words of the coordinator's own: the letter goes to people who never asked for it.
      paragraphs: [
        m.networks_letter_text({ ...gaps, where }),
        m.networks_letter_until({ date: longDay(dayOf(expiresAt)) }),
      ],
      button: { label: m.networks_letter_button(), url: config.appUrl + joinPath(code) },
      stop: {
        text: m.networks_letter_stop({ network: network.name }),
        url: config.appUrl + neverAgainPath(code),
      },
    });
  });
  try {
    await mail.send({ to: email!, id: `invitation-${invitationId}-${invitedAt!.getTime()}`, ...written });
  } catch (error) {
    await db.update(invitations).set({ letterClaimedAt: null }).where(eq(invitations.id, invitationId));
    throw error;
  }
  await db.update(invitations).set({ letterSentAt: new Date() }).where(eq(invitations.id, invitationId));
}

/** @returns whether the letter is still wanted, and this is the one who sends it */
async function claim(db: Database, invitationId: string): Promise<boolean> {
  const now = new Date();
  const claimed = await db
    .update(invitations)
    .set({ letterClaimedAt: now })
    .where(
      and(
        eq(invitations.id, invitationId),
        isNull(invitations.letterClaimedAt),
        isNotNull(invitations.email),
        isNull(invitations.revokedAt),
        eq(invitations.uses, 0),
        gt(invitations.expiresAt, now),
      ),
    )
    .returning({ id: invitations.id });
  return claimed.length > 0;
}

async function letterOf(db: Database, invitationId: string) {
  const [letter] = await db
    .select({
      email: invitations.email,
      invitedAt: invitations.invitedAt,
      expiresAt: invitations.expiresAt,
      inviter: { name: people.name, locale: people.locale },
      network: { name: networks.name, region: networks.region, country: networks.country },
    })
    .from(invitations)
    .innerJoin(networks, eq(networks.id, invitations.networkId))
    .leftJoin(people, eq(people.id, invitations.madeBy))
    .where(and(eq(invitations.id, invitationId), isNotNull(invitations.email), ne(networks.state, "closed")));
  return letter ?? null;
}
