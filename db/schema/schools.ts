import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  char,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgMaterializedView,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
    /**
     * Tenth of the country's neighbourhoods the school's lies in, by the country's own index of disadvantage: 1 is the
     * most disadvantaged tenth, 10 the least; null where the register does not tell.
     */
    disadvantageDecile: smallint(),
    closedOn: date(),
    /** The school this record was a double of: it stays, leads there, and is offered nowhere. Always one step. */
    mergedInto: uuid().references((): AnyPgColumn => schools.id),
    /** The postcode in capital letters and digits alone, as people type it: "NG72RD". */
    postcodeKey: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`upper(regexp_replace(${schools.postcode}, '[^A-Za-z0-9]', '', 'g'))`),
    /**
     * Name, town and postcode as plain words, for searching as you type. Begins with a space, so that every word in it
     * does.
     */
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`' ' || plain_words(${schools.name} || ' ' || ${schools.town} || ' ' || ${schools.postcode} || ' ' || replace(${schools.postcode}, ' ', ''))`,
      ),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("schools_register_unique").on(t.country, t.registerId),
    index("schools_search_text").using("gin", sql`${t.searchText} gin_trgm_ops`),
    // "text_pattern_ops" serves "like 'begin%'" whatever the collation.
    index("schools_search_prefix").on(t.searchText.op("text_pattern_ops")),
    index("schools_postcode_district").on(t.postcodeDistrict.op("text_pattern_ops")),
    index("schools_postcode_key").on(t.postcodeKey.op("text_pattern_ops")),
    index("schools_position").on(t.latitude, t.longitude),
    index("schools_local_authority")
      .on(t.country, t.localAuthority)
      .where(sql`${t.localAuthority} is not null`),
    // Those that people added, few beside a register: doubles are looked for among them.
    index("schools_added").on(t.latitude, t.longitude).where(sql`${t.registerId} is null`),
    index("schools_merged_into").on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    check("schools_merged_elsewhere", sql`${t.mergedInto} <> ${t.id}`),
    check("schools_latitude", sql`${t.latitude} between -90 and 90`),
    check("schools_longitude", sql`${t.longitude} between -180 and 180`),
    check("schools_disadvantage_decile", sql`${t.disadvantageDecile} between 1 and 10`),
    check("schools_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check(
      "schools_lengths",
      sql`char_length(${t.name}) between 1 and 200 and char_length(${t.town}) <= 100 and char_length(${t.postcode}) <= 20`,
    ),
  ],
);

/** Gazetteer of towns (GeoNames, CC BY), for the countries in use. */
export const places = pgTable(
  "places",
  {
    id: key(),
    country: char({ length: 2 }).notNull(),
    name: text().notNull(),
    /** Names of the county and region the town lies in, where they are known. */
    region: text().notNull().default(""),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    searchText: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`' ' || plain_words(${places.name})`),
  },
  (t) => [
    uniqueIndex("places_unique").on(t.country, t.name, t.latitude, t.longitude),
    index("places_search_text").using("gin", sql`${t.searchText} gin_trgm_ops`),
    index("places_search_prefix").on(t.searchText.op("text_pattern_ops")),
  ],
);

/**
 * How many open schools lie in each square of a country's squared paper (`map.ts` of the feature). Refreshed after
 * schools changed; maps read only this.
 */
export const schoolSquares = pgMaterializedView("school_squares", {
  country: char({ length: 2 }).notNull(),
  level: text().$type<"country" | "area">().notNull(),
  column: integer().notNull(),
  row: integer().notNull(),
  schools: integer().notNull(),
}).existing();

/** Every word of four letters or more in the names and towns of open schools: the ground for mending typos. */
export const schoolWords = pgMaterializedView("school_words", {
  word: text().notNull(),
  schools: integer().notNull(),
}).existing();
