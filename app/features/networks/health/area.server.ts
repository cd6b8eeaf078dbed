import { type SQL, sql } from "drizzle-orm";
import type { Position } from "~/features/schools/index.server";
import { schools } from "~db/schema";

/** Kilometres around a network's place that are its area. */
export const AREA_KM = 30;

/** Kilometres of one degree of latitude. */
const DEGREE_KM = 111.2;

/**
 * Condition of the open schools of a network's area: those within 30 km of its place. The one place that says what a
 * network's area is. The box is found by index; the haversine formula (see schools' `distance`) rounds it off.
 * @param today a school that closes later is open
 */
export function inAreaOf({ latitude, longitude }: Position, today: string): SQL {
  const degrees = AREA_KM / DEGREE_KM;
  const width = degrees / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const across = sql`${schools.longitude} between ${longitude - width}::float8 and ${longitude + width}::float8`;
  return sql`(${schools.closedOn} is null or ${schools.closedOn} > ${today})
    and ${schools.latitude} between ${latitude - degrees}::float8 and ${latitude + degrees}::float8
    and ${Math.abs(longitude) + width < 180 ? across : sql`true`}
    and 2 * 6371.0088 * asin(sqrt(least(1,
      power(sin(radians(${schools.latitude} - ${latitude}::float8) / 2), 2)
      + cos(radians(${latitude}::float8)) * cos(radians(${schools.latitude}))
        * power(sin(radians(${schools.longitude} - ${longitude}::float8) / 2), 2)))) <= ${AREA_KM}`;
}
