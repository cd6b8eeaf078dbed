import { type SQL, sql } from "drizzle-orm";
import { EARTH_RADIUS_KM } from "./distance";
import type { Position } from "./map";

/** `distanceKm` as SQL: kilometres from a position to that of a row; null where the row has none. */
export function kilometresSql(from: Position, to: { latitude: SQL; longitude: SQL }): SQL {
  const h = sql`power(sin(radians(${to.latitude} - ${from.latitude}::float8) / 2), 2)
    + cos(radians(${from.latitude}::float8)) * cos(radians(${to.latitude}))
    * power(sin(radians(${to.longitude} - ${from.longitude}::float8) / 2), 2)`;
  // Not least(): it passes nulls over.
  return sql`${2 * EARTH_RADIUS_KM}::float8 * asin(sqrt(case when ${h} > 1 then 1 else ${h} end))`;
}
