import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { TerritoryKind } from "../vocabulary/territories";
import { moment } from "./columns";
import { networks } from "./networks";
import { schools } from "./schools";

/** The ground a network calls its own; a network without a row has none. */
export const territories = pgTable(
  "territories",
  {
    networkId: uuid()
      .primaryKey()
      .references(() => networks.id, { onDelete: "cascade" }),
    kind: text().$type<TerritoryKind>().notNull(),
    /** Names of local authorities, as the register of the network's country writes them. */
    authorities: text().array(),
    /** Around the place of the network. */
    radiusKm: integer(),
    /** Latitude and longitude in degrees, WGS 84, around the ground once. */
    corners: jsonb().$type<[latitude: number, longitude: number][]>(),
    /** The corners as they were typed: names of towns, postcodes, degrees. */
    typed: text().notNull().default(""),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    check(
      "territories_kind",
      sql`case ${t.kind}
        when 'authorities' then cardinality(${t.authorities}) between 1 and 100 and ${t.radiusKm} is null and ${t.corners} is null
        when 'radius' then ${t.radiusKm} between 1 and 300 and ${t.authorities} is null and ${t.corners} is null
        when 'border' then jsonb_array_length(${t.corners}) between 3 and 500 and ${t.authorities} is null and ${t.radiusKm} is null
        else false end`,
    ),
    check("territories_typed_length", sql`char_length(${t.typed}) <= 20000`),
  ],
);

/**
 * The open schools that lie in each territory, worked out when a territory or the schools change: who shares ground with
 * whom is then a join, whatever kinds of territory they have.
 */
export const territorySchools = pgTable(
  "territory_schools",
  {
    networkId: uuid()
      .notNull()
      .references(() => territories.networkId, { onDelete: "cascade" }),
    schoolId: uuid()
      .notNull()
      .references(() => schools.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.schoolId] }),
    index("territory_schools_school").on(t.schoolId),
  ],
);
