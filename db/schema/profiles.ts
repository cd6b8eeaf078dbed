import { type SQL, sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { type AgeBand, ageBands } from "../vocabulary/ages";
import { languages } from "../vocabulary/languages";
import { profileLimits } from "../vocabulary/profiles";
import { type Subject, subjects } from "../vocabulary/subjects";
import { people } from "./accounts";
import { moment } from "./columns";

const listed = (words: readonly string[]) => sql.raw(`array[${words.map((word) => `'${word}'`).join(",")}]`);

/** What members tell each other of their teaching; no row is nothing told so far. */
export const profiles = pgTable(
  "profiles",
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    subjects: text().array().$type<Subject[]>().notNull().default(sql`'{}'`),
    ages: text().array().$type<AgeBand[]>().notNull().default(sql`'{}'`),
    /** ISO 639-1 codes. */
    languages: text().array().notNull().default(sql`'{}'`),
    offers: text().notNull().default(""),
    wishes: text().notNull().default(""),
    about: text().notNull().default(""),
    /** One more with each change: who saves an older one is told. */
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().defaultNow(),
    /** What is offered as plain words, for searching. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`plain_words(${profiles.offers})`),
  },
  (t) => [
    index("profiles_subjects").using("gin", t.subjects),
    index("profiles_ages").using("gin", t.ages),
    index("profiles_languages").using("gin", t.languages),
    index("profiles_search_text").using("gin", sql`${t.searchText} gin_trgm_ops`),
    check("profiles_subjects_known", sql`${t.subjects} <@ ${listed(subjects)}`),
    check("profiles_ages_known", sql`${t.ages} <@ ${listed(ageBands)}`),
    check("profiles_languages_known", sql`${t.languages} <@ ${listed(languages)}`),
    check(
      "profiles_languages_few",
      sql`cardinality(${t.languages}) <= ${sql.raw(`${profileLimits.languages}`)}`,
    ),
    check(
      "profiles_lengths",
      sql`char_length(${t.offers}) <= ${sql.raw(`${profileLimits.offers}`)} and char_length(${t.wishes}) <= ${sql.raw(`${profileLimits.wishes}`)} and char_length(${t.about}) <= ${sql.raw(`${profileLimits.about}`)}`,
    ),
  ],
);
