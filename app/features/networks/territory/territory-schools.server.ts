import { and, asc, between, count, desc, eq, inArray, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isOffered } from "~/features/schools/index.server";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import { networks, schools, territories, territorySchools } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { covers } from "./covering.server";
import { boundsOf, type Territory, territoryOf } from "./territory";

/** Schools that are written at once. */
const PORTION = 5_000;

/** Works out anew which open schools lie in a territory, and writes what differs. */
export async function settleTerritorySchools(
  tx: Transaction,
  networkId: string,
  territory: Territory,
): Promise<void> {
  const inside = (await candidatesFor(tx, territory))
    .filter((school) => covers(territory, school))
    .map(({ id }) => id);
  const ofNetwork = eq(territorySchools.networkId, networkId);
  const known = await tx.select({ id: territorySchools.schoolId }).from(territorySchools).where(ofNetwork);
  const [wanted, had] = [new Set(inside), new Set(known.map(({ id }) => id))];
  const gone = [...had].filter((id) => !wanted.has(id));
  const come = inside.filter((id) => !had.has(id));
  for (let at = 0; at < gone.length; at += PORTION) {
    const portion = gone.slice(at, at + PORTION);
    await tx.delete(territorySchools).where(and(ofNetwork, inArray(territorySchools.schoolId, portion)));
  }
  for (let at = 0; at < come.length; at += PORTION) {
    const portion = come.slice(at, at + PORTION).map((schoolId) => ({ networkId, schoolId }));
    await tx.insert(territorySchools).values(portion).onConflictDoNothing();
  }
}

/** Open schools that may lie in a territory: those of its authorities, or in the box around it. */
function candidatesFor(tx: Transaction, territory: Territory) {
  const bounds = boundsOf(territory);
  const { id, country, localAuthority, latitude, longitude } = schools;
  return tx
    .select({ id, country, localAuthority, latitude, longitude })
    .from(schools)
    .where(
      territory.kind === "authorities" || !bounds
        ? and(
            eq(country, territory.kind === "authorities" ? territory.country : ""),
            inArray(localAuthority, territory.kind === "authorities" ? territory.authorities : []),
            isOffered,
          )
        : and(
            between(latitude, bounds.south, bounds.north),
            between(longitude, bounds.west, bounds.east),
            isOffered,
          ),
    );
}

/** Works out every territory anew, after schools came, moved or closed. One transaction each. */
export async function settleTerritories({ db }: Services): Promise<void> {
  const { latitude, longitude, country } = networks;
  const rows = await db
    .select({ id: territories.networkId })
    .from(territories)
    .orderBy(asc(territories.networkId));
  for (const { id } of rows) {
    await transaction(db, async (tx) => {
      const [row] = await tx
        .select({ territory: territories, at: { latitude, longitude, country } })
        .from(territories)
        .innerJoin(networks, eq(networks.id, territories.networkId))
        .where(eq(territories.networkId, id))
        .for("update", { of: territories });
      if (row) await settleTerritorySchools(tx, id, territoryOf(row.territory, row.at));
    });
  }
}

/** How many open schools lie in a network's territory. */
export async function countTerritorySchools(db: Reader, networkId: string): Promise<number> {
  const [row] = await db
    .select({ schools: count() })
    .from(territorySchools)
    .innerJoin(schools, eq(schools.id, territorySchools.schoolId))
    .where(and(eq(territorySchools.networkId, networkId), isOffered));
  return row?.schools ?? 0;
}

export type Overlap = { slug: string; name: string; schools: number };

/** Networks that share ground with one, and how many open schools lie in both: the most first, at most twenty. */
export function overlapsOf(db: Reader, networkId: string): Promise<Overlap[]> {
  const theirs = alias(territorySchools, "theirs");
  return db
    .select({ slug: networks.slug, name: networks.name, schools: count() })
    .from(territorySchools)
    .innerJoin(theirs, eq(theirs.schoolId, territorySchools.schoolId))
    .innerJoin(schools, eq(schools.id, territorySchools.schoolId))
    .innerJoin(networks, eq(networks.id, theirs.networkId))
    .where(
      and(
        eq(territorySchools.networkId, networkId),
        ne(theirs.networkId, networkId),
        ne(networks.state, "closed"),
        isOffered,
      ),
    )
    .groupBy(networks.id)
    .orderBy(desc(count()), asc(networks.name))
    .limit(20);
}
