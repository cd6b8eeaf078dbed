import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "~db/client.server";
import { joinRequests, memberships, people, schools } from "~db/schema";

export type WaitingRequest = {
  id: string;
  personId: string;
  name: string;
  message: string;
  createdAt: Date;
  school: { name: string; town: string; latitude: number; longitude: number } | null;
};

const requestColumns = {
  id: joinRequests.id,
  personId: people.id,
  name: people.name,
  message: joinRequests.message,
  createdAt: joinRequests.createdAt,
  school: {
    name: schools.name,
    town: schools.town,
    latitude: schools.latitude,
    longitude: schools.longitude,
  },
};

/** Requests that wait for an answer, oldest first. For coordinators. */
export function waitingRequests(
  db: Reader,
  networkId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<WaitingRequest[]> {
  return db
    .select(requestColumns)
    .from(joinRequests)
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .where(and(eq(joinRequests.networkId, networkId), eq(joinRequests.state, "waiting")))
    .orderBy(asc(joinRequests.createdAt), asc(joinRequests.id))
    .limit(limit)
    .offset(offset);
}

/** One request to join a network, whatever became of it. For coordinators. */
export async function requestOf(db: Reader, networkId: string, requestId: string) {
  const [request] = await db
    .select({ ...requestColumns, state: joinRequests.state })
    .from(joinRequests)
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .where(and(eq(joinRequests.id, requestId), eq(joinRequests.networkId, networkId)));
  return request ?? null;
}

/** A member of a network; null for who is none. */
export async function memberOf(
  db: Reader,
  networkId: string,
  personId: string,
): Promise<{ id: string; name: string } | null> {
  const [person] = await db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.personId, personId),
        isNull(memberships.leftAt),
      ),
    );
  return person ?? null;
}

/** Ids of all members of a network. For the house itself, to index them anew. */
export async function memberIdsOf(db: Reader, networkId: string): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.networkId, networkId), isNull(memberships.leftAt)));
  return rows.map(({ id }) => id);
}

const welcomer = alias(people, "welcomer");

/** A current membership and whether somebody has welcomed them; null for any other. For coordinators. */
export async function membershipOf(db: Reader, networkId: string, membershipId: string) {
  const [membership] = await db
    .select({
      name: people.name,
      school: schools.name,
      welcomedAt: memberships.welcomedAt,
      welcomer: welcomer.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .leftJoin(welcomer, eq(welcomer.id, memberships.welcomedBy))
    .where(
      and(eq(memberships.id, membershipId), eq(memberships.networkId, networkId), isNull(memberships.leftAt)),
    );
  return membership ?? null;
}
