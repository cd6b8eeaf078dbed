import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "~db/client.server";
import { coordinators, joinRequests, memberMessages, memberships, networks, people } from "~db/schema";

/** What letters and notifications tell of a request to join; null when it is gone. */
export async function requestNews(db: Reader, requestId: string) {
  const [news] = await db
    .select({
      requestId: joinRequests.id,
      network: { id: networks.id, slug: networks.slug, name: networks.name, welcome: networks.welcome },
      person: { id: people.id, name: people.name },
      state: joinRequests.state,
      message: joinRequests.message,
      reason: joinRequests.reason,
    })
    .from(joinRequests)
    .innerJoin(networks, eq(networks.id, joinRequests.networkId))
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .where(eq(joinRequests.id, requestId));
  return news ?? null;
}

/** What letters and notifications tell of an appointment; null when it is gone. */
export async function appointmentNews(db: Reader, appointmentId: string) {
  const [news] = await db
    .select({
      appointmentId: coordinators.id,
      network: { id: networks.id, slug: networks.slug, name: networks.name },
      personId: coordinators.personId,
      person: people.name,
      duty: coordinators.duty,
      endsOn: coordinators.endsOn,
      endedAt: coordinators.endedAt,
    })
    .from(coordinators)
    .innerJoin(networks, eq(networks.id, coordinators.networkId))
    .innerJoin(people, eq(people.id, coordinators.personId))
    .where(eq(coordinators.id, appointmentId));
  return news ?? null;
}

const ofNetwork = { id: networks.id, slug: networks.slug, name: networks.name, welcome: networks.welcome };
const welcomer = alias(people, "welcomer");

const membershipNews = (db: Reader) =>
  db
    .select({
      membershipId: memberships.id,
      personId: memberships.personId,
      network: ofNetwork,
      welcomedAt: memberships.welcomedAt,
      welcomeWords: memberships.welcomeWords,
      welcomer: welcomer.name,
      welcomerId: memberships.welcomedBy,
    })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .leftJoin(welcomer, eq(welcomer.id, memberships.welcomedBy));

/** What is told to somebody who has joined; null for who is no member any more. */
export async function joinedNews(db: Reader, networkId: string, personId: string) {
  const [news] = await membershipNews(db).where(
    and(eq(memberships.networkId, networkId), eq(memberships.personId, personId), isNull(memberships.leftAt)),
  );
  return news ?? null;
}

/** What is told to somebody whom a coordinator welcomed; null for who is no member any more. */
export async function welcomeNews(db: Reader, membershipId: string) {
  const [news] = await membershipNews(db).where(
    and(eq(memberships.id, membershipId), isNull(memberships.leftAt)),
  );
  return news ?? null;
}

/** What coordinators wrote to silent members. */
export function messageNews(db: Reader, messageIds: string[]) {
  return db
    .select({
      messageId: memberMessages.id,
      personId: memberMessages.personId,
      network: ofNetwork,
      author: people.name,
      authorId: memberMessages.authorId,
      words: memberMessages.words,
    })
    .from(memberMessages)
    .innerJoin(networks, eq(networks.id, memberMessages.networkId))
    .leftJoin(people, eq(people.id, memberMessages.authorId))
    .where(inArray(memberMessages.id, messageIds));
}

/** A network and since when nobody leads it; null when it is gone. */
export async function vacancyNews(db: Reader, networkId: string) {
  const [news] = await db
    .select({ network: ofNetwork, since: networks.leadVacantSince })
    .from(networks)
    .where(eq(networks.id, networkId));
  return news ?? null;
}

/** Who answers for networks without a coordinator: administrators, the first ten. */
export async function administratorIds(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.siteRoles} @> array['administrator']`)
    .orderBy(people.id)
    .limit(10);
  return rows.map(({ id }) => id);
}
