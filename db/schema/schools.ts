import { type SQL, sql } from "drizzle-orm";
import { char, check, date, doublePrecision, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, key, moment } from "./columns";

/** A school outlives its teachers. `registerId` is its number in the national register (URN in England). */
export const schools = pgTable(
  "schools",
  {
    id: key(),
    /** ISO 3166-1 alpha-2, upper case. */
    country: char({ length: 2 }).notNull(),
    registerId: text(),
    name: text().notNull(),
    town: text().notNull().default(""),
    postcode: text().notNull().default(""),
    /** First half of the postcode ("NG7"), upper case; the whole of it where postcodes have no halves. */
    postcodeDistrict: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`upper(split_part(${schools.postcode}, ' ', 1))`),
    /** Degrees, WGS 84. */
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    localAuthority: text(),
    phase: text(),
    type: text(),
    address: text(),
    closedOn: date(),
    /** Name, town and postcode, folded to lower case without accents, for searching as you type. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`fold(${schools.name} || ' ' || ${schools.town} || ' ' || ${schools.postcode} || ' ' || replace(${schools.postcode}, ' ', ''))`,
      ),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("schools_register_unique").on(t.country, t.registerId),
    index("schools_search_text").using("gin", sql`${t.searchText} gin_trgm_ops`),
    index("schools_postcode_district").on(t.country, t.postcodeDistrict),
    index("schools_position").on(t.latitude, t.longitude),
    check("schools_latitude", sql`${t.latitude} between -90 and 90`),
    check("schools_longitude", sql`${t.longitude} between -180 and 180`),
    check("schools_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

/** Gazetteer of towns (GeoNames, CC BY), for the countries in use. */
export const places = pgTable(
  "places",
  {
    id: key(),
    country: char({ length: 2 }).notNull(),
    name: text().notNull(),
    /** Name of the region the town lies in, where it is known. */
    region: text().notNull().default(""),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    searchText: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`fold(${places.name})`),
  },
  (t) => [
    uniqueIndex("places_unique").on(t.country, t.name, t.latitude, t.longitude),
    index("places_search_text").using("gin", sql`${t.searchText} gin_trgm_ops`),
  ],
);
