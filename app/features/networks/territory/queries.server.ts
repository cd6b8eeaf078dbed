import { eq } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { territories } from "~db/schema";
import type { Network } from "../queries.server";
import { type Territory, type TerritoryRow, territoryOf } from "./territory";
import { countTerritorySchools, type Overlap, overlapsOf } from "./territory-schools.server";

/** The territory of a network with the text its border was typed as; null for a network that has none. */
async function territoryRowOf(
  db: Reader,
  networkId: string,
): Promise<(TerritoryRow & { typed: string }) | null> {
  const { kind, authorities, radiusKm, corners, typed } = territories;
  const [row] = await db
    .select({ kind, authorities, radiusKm, corners, typed })
    .from(territories)
    .where(eq(territories.networkId, networkId));
  return row ?? null;
}

export type SeenTerritory = {
  /** As it is kept, for the form that changes it. */
  row: TerritoryRow & { typed: string };
  territory: Territory;
  /** Open schools in it. */
  schools: number;
  overlaps: Overlap[];
};

/** What everybody sees of a network's ground: where it lies, and who shares it. Three queries, one where there is none. */
export async function seenTerritory(db: Reader, network: Network): Promise<SeenTerritory | null> {
  const row = await territoryRowOf(db, network.id);
  if (!row) return null;
  return {
    row,
    territory: territoryOf(row, network),
    schools: await countTerritorySchools(db, network.id),
    overlaps: await overlapsOf(db, network.id),
  };
}
