import { and, asc, count, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { memberships, networks } from "~db/schema";

/** What administrators look through networks for. */
export const networkLists = ["no-lead", "dormant", "closed"] as const;
export type NetworkList = (typeof networkLists)[number];

/** Networks on one page of a list. */
export const LISTED_PER_PAGE = 50;

const conditions: Record<NetworkList, SQL | undefined> = {
  "no-lead": and(isNotNull(networks.leadVacantSince), ne(networks.state, "closed")),
  dormant: eq(networks.state, "dormant"),
  closed: eq(networks.state, "closed"),
};

/** How many networks stand on each list. For administrators. */
export async function countLists(db: Reader): Promise<Record<NetworkList, number>> {
  const counts = networkLists.map(
    async (list) => [list, await db.$count(networks, conditions[list])] as const,
  );
  return Object.fromEntries(await Promise.all(counts)) as Record<NetworkList, number>;
}

/** A page of one list: those longest without a lead first, others by name. For administrators. @param page from 1 */
export function networksOn(db: Reader, list: NetworkList, page: number) {
  const members = db
    .select({ members: count() })
    .from(memberships)
    .where(and(eq(memberships.networkId, networks.id), isNull(memberships.leftAt)));
  return db
    .select({
      slug: networks.slug,
      name: networks.name,
      region: networks.region,
      state: networks.state,
      leadVacantSince: networks.leadVacantSince,
      members: sql<number>`(${members})`.mapWith(Number),
    })
    .from(networks)
    .where(conditions[list])
    .orderBy(
      ...(list === "no-lead" ? [asc(networks.leadVacantSince)] : []),
      asc(networks.name),
      asc(networks.id),
    )
    .limit(LISTED_PER_PAGE)
    .offset((page - 1) * LISTED_PER_PAGE);
}
