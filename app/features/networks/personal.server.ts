import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import type { Missed, Personal } from "~/platform/personal/personal";
import { system } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import {
  cockpitSnoozes,
  coordinators,
  invitations,
  invitationUses,
  memberMessages,
  memberships,
  networks,
  people,
} from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { closeAppointment } from "./appointments.server";
import { networkSections } from "./data-sections.server";
import { networkToStaff } from "./locks.server";
import { holds } from "./queries.server";
import { dayOf } from "./term";
import { settleLead } from "./vacancy.server";

/** What networks hold of people. */
export const networksPersonal: Personal = {
  holds: {
    networks: "stays",
    territories: "stays",
    memberships: { person_id: "exported", welcomed_by: "unnamed", welcome_words: "exported" },
    member_messages: { person_id: "exported", author_id: "unnamed", words: "exported" },
    cockpit_snoozes: { kind: "no words", made_by: "unnamed" },
    join_requests: {
      person_id: "exported",
      message: "exported",
      state: "exported",
      reason: "exported",
      decided_by: "unnamed",
    },
    coordinators: { person_id: "exported", duty: "exported", appointed_by: "unnamed" },
    // Addresses of letters are deleted with whoever they were written to.
    invitations: { kind: "no words", note: "stays", email: "deleted", made_by: "unnamed" },
    invitation_codes: "no words",
    // A hash; kept so that who refused a network's letters gets none after they left either.
    invitation_refusals: "stays",
    invitation_uses: { person_id: "exported" },
    announcements: { author_id: "unnamed", title: "stays", body: "stays" },
  },
  exportOf: networkSections,
  missedBy: ledNetworks,
  async erase(tx, personId, now) {
    await endAppointments(tx, personId, now);
    await forgetLetters(tx, personId);
    await forgetWords(tx, personId);
    await tx.delete(cockpitSnoozes).where(eq(cockpitSnoozes.subjectId, personId));
  },
};

/** Networks without a lead when this person goes. */
async function ledNetworks(db: Reader, personId: string, now: Date): Promise<Missed[]> {
  const led = await db
    .select({ slug: networks.slug, name: networks.name })
    .from(coordinators)
    .innerJoin(networks, eq(networks.id, coordinators.networkId))
    .where(and(eq(coordinators.personId, personId), eq(coordinators.duty, "lead"), holds(dayOf(now))))
    .orderBy(networks.name);
  return led.map(({ slug, name }) => ({
    sentence: m.networks_data_led({ network: name }),
    link: {
      path: `/networks/${slug}/coordinate/appoint`,
      label: m.networks_data_hand_over({ network: name }),
    },
  }));
}

/** Writes down that their terms end. In the order of slugs, so that two who go at once do not wait for each other. */
async function endAppointments(tx: Transaction, personId: string, now: Date): Promise<void> {
  const held = await tx
    .selectDistinct({ slug: networks.slug })
    .from(coordinators)
    .innerJoin(networks, eq(networks.id, coordinators.networkId))
    .where(and(eq(coordinators.personId, personId), isNull(coordinators.endedAt)))
    .orderBy(networks.slug);
  for (const { slug } of held) {
    const { id: networkId } = await networkToStaff(tx, slug, dayOf(now));
    await closeAppointment(tx, system, { networkId, personId }, now);
    await settleLead(tx, system, networkId, now);
  }
}

/** Letters to their address, and those they came by: these may have gone to an address they had before. */
async function forgetLetters(tx: Transaction, personId: string): Promise<void> {
  const address = tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  const cameBy = tx
    .select({ id: invitationUses.invitationId })
    .from(invitationUses)
    .where(eq(invitationUses.personId, personId));
  await tx
    .delete(invitations)
    .where(
      and(
        eq(invitations.kind, "letter"),
        or(inArray(invitations.email, address), inArray(invitations.id, cameBy)),
      ),
    );
}

/** What they wrote to single members as a coordinator: such words begin with a name and end with one. */
async function forgetWords(tx: Transaction, personId: string): Promise<void> {
  await tx.update(memberships).set({ welcomeWords: null }).where(eq(memberships.welcomedBy, personId));
  await tx.delete(memberMessages).where(eq(memberMessages.authorId, personId));
}
