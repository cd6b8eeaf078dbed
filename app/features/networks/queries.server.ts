import { and, asc, count, countDistinct, eq, gte, isNull, lte, sql } from "drizzle-orm";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import { coordinators, joinRequests, memberships, networks, people, schools } from "~db/schema";
import type { CoordinatorDuty } from "~db/vocabulary/networks";
import { outsider, type Standing } from "./permissions";

export type Network = typeof networks.$inferSelect;

/** A network by its address. */
export async function networkBySlug(db: Reader, slug: string): Promise<Network | null> {
  const [network] = await db.select().from(networks).where(eq(networks.slug, slug));
  return network ?? null;
}

/** What the actor is to a network: one query, none for a visitor. */
export async function standingOf(db: Reader, actor: Actor, networkId: string): Promise<Standing> {
  const personId = actorId(actor);
  if (!personId) return outsider;
  const [row] = await db
    .select({
      membershipId: memberships.id,
      requestId: joinRequests.id,
      appointment: {
        duty: coordinators.duty,
        startsOn: coordinators.startsOn,
        endsOn: coordinators.endsOn,
        endedAt: coordinators.endedAt,
      },
    })
    .from(networks)
    .leftJoin(
      memberships,
      and(
        eq(memberships.networkId, networks.id),
        eq(memberships.personId, personId),
        isNull(memberships.leftAt),
      ),
    )
    .leftJoin(
      joinRequests,
      and(
        eq(joinRequests.networkId, networks.id),
        eq(joinRequests.personId, personId),
        eq(joinRequests.state, "waiting"),
      ),
    )
    .leftJoin(
      coordinators,
      and(
        eq(coordinators.networkId, networks.id),
        eq(coordinators.personId, personId),
        isNull(coordinators.endedAt),
      ),
    )
    .where(eq(networks.id, networkId));
  if (!row) return outsider;
  return { member: row.membershipId !== null, waiting: row.requestId !== null, appointment: row.appointment };
}

/** How many members a network has and at how many schools they teach. */
export async function sizeOf(db: Reader, networkId: string): Promise<{ members: number; schools: number }> {
  const [size] = await db
    .select({ members: count(), schools: countDistinct(people.schoolId) })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.networkId, networkId), isNull(memberships.leftAt)));
  return size ?? { members: 0, schools: 0 };
}

/** Conditions of an appointment that holds on a day. */
export const holds = (today: string) =>
  and(isNull(coordinators.endedAt), lte(coordinators.startsOn, today), gte(coordinators.endsOn, today));

export type Coordinator = {
  appointmentId: string;
  personId: string;
  name: string;
  school: string | null;
  duty: CoordinatorDuty;
  startsOn: string;
  endsOn: string;
};

/** Who coordinates a network on a day: the lead first, then deputies by name. */
export function coordinatorsOf(db: Reader, networkId: string, today: string): Promise<Coordinator[]> {
  return db
    .select({
      appointmentId: coordinators.id,
      personId: coordinators.personId,
      name: people.name,
      school: schools.name,
      duty: coordinators.duty,
      startsOn: coordinators.startsOn,
      endsOn: coordinators.endsOn,
    })
    .from(coordinators)
    .innerJoin(people, eq(people.id, coordinators.personId))
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .where(and(eq(coordinators.networkId, networkId), holds(today)))
    .orderBy(sql`${coordinators.duty} = 'lead' desc`, asc(people.name), asc(people.id))
    .limit(50);
}

export type OwnNetwork = {
  id: string;
  slug: string;
  name: string;
  joinedAt: Date;
  duty: CoordinatorDuty | null;
  /** Last day of the term, for a coordinator. */
  endsOn: string | null;
  /** Requests that wait for an answer; 0 for who does not coordinate. */
  waiting: number;
};

/** The networks a person belongs to, those they coordinate first. */
export async function networksOf(db: Reader, personId: string, today: string): Promise<OwnNetwork[]> {
  const waiting = db
    .select({ requests: count() })
    .from(joinRequests)
    .where(and(eq(joinRequests.networkId, networks.id), eq(joinRequests.state, "waiting")));
  return db
    .select({
      id: networks.id,
      slug: networks.slug,
      name: networks.name,
      joinedAt: memberships.joinedAt,
      duty: coordinators.duty,
      endsOn: coordinators.endsOn,
      waiting: sql<number>`case when ${coordinators.id} is null then 0 else (${waiting}) end`.mapWith(Number),
    })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .leftJoin(
      coordinators,
      and(eq(coordinators.networkId, networks.id), eq(coordinators.personId, personId), holds(today)),
    )
    .where(and(eq(memberships.personId, personId), isNull(memberships.leftAt)))
    .orderBy(sql`${coordinators.id} is null`, asc(networks.name))
    .limit(100);
}

/** Whether a person coordinates a network on a day. */
export async function isCoordinator(
  db: Reader,
  personId: string,
  networkId: string,
  today: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: coordinators.id })
    .from(coordinators)
    .where(and(eq(coordinators.networkId, networkId), eq(coordinators.personId, personId), holds(today)));
  return rows.length > 0;
}

/** Whether a person is a member of a network. */
export async function isMember(db: Reader, personId: string, networkId: string): Promise<boolean> {
  const rows = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.personId, personId),
        isNull(memberships.leftAt),
      ),
    );
  return rows.length > 0;
}
