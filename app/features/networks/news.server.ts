import { eq, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { coordinators, joinRequests, networks, people } from "~db/schema";

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
      duty: coordinators.duty,
      endsOn: coordinators.endsOn,
      endedAt: coordinators.endedAt,
    })
    .from(coordinators)
    .innerJoin(networks, eq(networks.id, coordinators.networkId))
    .where(eq(coordinators.id, appointmentId));
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
