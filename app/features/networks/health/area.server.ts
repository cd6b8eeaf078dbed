import { type SQL, sql } from "drizzle-orm";
import { isOffered, kilometresSql, type Position } from "~/features/schools/index.server";
import { schools, territories, territorySchools } from "~db/schema";
import { boundsOf } from "../territory/territory";

/** Kilometres around the place of a network without a territory that are its area. */
export const AREA_KM = 30;

/** In a query: whether a network has set a territory. */
export const hasTerritory = (networkId: string): SQL<boolean> =>
  sql<boolean>`exists (select from ${territories} where ${territories.networkId} = ${networkId})`;

/**
 * The open schools of a network's area, as a table named "schools": those of its territory, or, where it has none, those within
 * 30 km of its place. The one place that says what a network's area is.
 */
export function areaOf(network: Position & { id: string }): SQL {
  const { south, north, west, east } = boundsOf({ kind: "radius", centre: network, km: AREA_KM })!;
  const at = { latitude: sql`${schools.latitude}`, longitude: sql`${schools.longitude}` };
  // The box is found by an index; the circle rounds it off.
  return sql`(
    select ${schools}.* from ${schools}
    where ${isOffered} and ${schools.id} in (
      select ${territorySchools.schoolId} from ${territorySchools}
      where ${territorySchools.networkId} = ${network.id})
    union all
    select ${schools}.* from ${schools}
    where ${isOffered} and not ${hasTerritory(network.id)}
      and ${schools.latitude} between ${south}::float8 and ${north}::float8
      and ${schools.longitude} between ${west}::float8 and ${east}::float8
      and ${kilometresSql(network, at)} <= ${AREA_KM}
  ) as schools`;
}
