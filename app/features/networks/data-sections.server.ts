import { desc, eq, or, sql } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import type { Section } from "~/platform/personal/personal";
import type { Reader } from "~db/client.server";
import {
  announcements,
  coordinators,
  invitations,
  invitationUses,
  joinRequests,
  memberMessages,
  memberships,
  networks,
} from "~db/schema";

/** What an export says of a person's networks, in the language it is called in. */
export const networkSections = async (db: Reader, personId: string): Promise<Section[]> => [
  await membershipsSection(db, personId),
  await requestsSection(db, personId),
  await appointmentsSection(db, personId),
  await invitationsSection(db, personId),
  await invitationsUsedSection(db, personId),
  await announcementsSection(db, personId),
  await messagesSection(db, personId),
];

async function membershipsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      joinedAt: memberships.joinedAt,
      leftAt: memberships.leftAt,
      welcome: memberships.welcomeWords,
    })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(eq(memberships.personId, personId))
    .orderBy(memberships.joinedAt);
  return {
    key: "memberships",
    title: m.networks_data_memberships(),
    columns: {
      network: m.personal_network(),
      joinedAt: m.personal_from(),
      leftAt: m.personal_until(),
      welcome: m.networks_data_welcome(),
    },
    rows,
  };
}

async function invitationsUsedSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      kind: invitations.kind,
      usedAt: invitationUses.createdAt,
    })
    .from(invitationUses)
    .innerJoin(invitations, eq(invitations.id, invitationUses.invitationId))
    .innerJoin(networks, eq(networks.id, invitations.networkId))
    .where(eq(invitationUses.personId, personId))
    .orderBy(invitationUses.createdAt);
  return {
    key: "invitationsUsed",
    title: m.networks_data_invitations_used(),
    columns: { network: m.personal_network(), kind: m.personal_kind(), usedAt: m.personal_when() },
    rows,
  };
}

async function requestsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      message: joinRequests.message,
      state: joinRequests.state,
      reason: joinRequests.reason,
      askedAt: joinRequests.createdAt,
      decidedAt: joinRequests.decidedAt,
    })
    .from(joinRequests)
    .innerJoin(networks, eq(networks.id, joinRequests.networkId))
    .where(eq(joinRequests.personId, personId))
    .orderBy(joinRequests.createdAt);
  return {
    key: "joinRequests",
    title: m.networks_data_requests(),
    columns: {
      network: m.personal_network(),
      askedAt: m.personal_when(),
      message: m.personal_text(),
      state: m.personal_state(),
      reason: m.networks_data_answer(),
    },
    rows,
  };
}

async function appointmentsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      duty: coordinators.duty,
      startsOn: coordinators.startsOn,
      endsOn: coordinators.endsOn,
      endedAt: coordinators.endedAt,
    })
    .from(coordinators)
    .innerJoin(networks, eq(networks.id, coordinators.networkId))
    .where(eq(coordinators.personId, personId))
    .orderBy(coordinators.startsOn);
  return {
    key: "appointments",
    title: m.networks_data_appointments(),
    columns: {
      network: m.personal_network(),
      duty: m.networks_data_duty(),
      startsOn: m.personal_from(),
      endsOn: m.personal_until(),
    },
    rows,
  };
}

/** Addresses that letters went to are other people's. */
async function invitationsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      kind: invitations.kind,
      note: invitations.note,
      madeAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      uses: invitations.uses,
    })
    .from(invitations)
    .innerJoin(networks, eq(networks.id, invitations.networkId))
    .where(eq(invitations.madeBy, personId))
    .orderBy(desc(invitations.createdAt));
  return {
    key: "invitationsMade",
    title: m.networks_data_invitations(),
    columns: {
      network: m.personal_network(),
      kind: m.personal_kind(),
      note: m.personal_text(),
      madeAt: m.personal_when(),
      expiresAt: m.personal_until(),
      uses: m.networks_data_uses(),
    },
    rows,
  };
}

async function announcementsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      title: announcements.title,
      body: announcements.body,
      postedAt: announcements.createdAt,
      takenBackAt: announcements.takenBackAt,
    })
    .from(announcements)
    .innerJoin(networks, eq(networks.id, announcements.networkId))
    .where(eq(announcements.authorId, personId))
    .orderBy(announcements.createdAt);
  return {
    key: "announcements",
    title: m.networks_data_announcements(),
    columns: {
      network: m.personal_network(),
      postedAt: m.personal_when(),
      title: m.personal_title(),
      body: m.personal_text(),
    },
    rows,
  };
}

/** What coordinators wrote to the person, and what the person wrote as one: to whom is other people's. */
async function messagesSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      network: networks.name,
      networkId: networks.id,
      words: memberMessages.words,
      writtenAt: memberMessages.createdAt,
      written: sql<boolean>`${memberMessages.authorId} is not distinct from ${personId}::uuid`,
    })
    .from(memberMessages)
    .innerJoin(networks, eq(networks.id, memberMessages.networkId))
    .where(or(eq(memberMessages.personId, personId), eq(memberMessages.authorId, personId)))
    .orderBy(memberMessages.createdAt);
  return {
    key: "messages",
    title: m.networks_data_messages(),
    columns: {
      network: m.personal_network(),
      writtenAt: m.personal_when(),
      words: m.personal_text(),
      direction: m.personal_kind(),
    },
    rows: rows.map((row) => ({
      ...row,
      direction: row.written ? m.networks_data_written() : m.networks_data_received(),
    })),
  };
}
