import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import type { Subject } from "../vocabulary/subjects";
import { createdAt, key, moment } from "./columns";

/** A single lesson item. */
export const resources = pgTable(
  "resources",
  {
    id: key(),
    slug: text().notNull().unique(),
    /** Identifier given by whoever published it first; imports find their record again by it. */
    identifier: text().unique(),
    title: text().notNull(),
    summary: text().notNull().default(""),
    /** Plain text or Markdown as it was imported; never HTML. */
    body: text().notNull().default(""),
    language: text().notNull(),
    /** schema.org learningResourceType: activity, project, lesson plan … */
    kind: text().notNull().default(""),
    subjects: text().array().$type<Subject[]>().notNull().default(sql`'{}'`),
    topics: text().array().notNull().default(sql`'{}'`),
    materials: text().array().notNull().default(sql`'{}'`),
    /** Short name where it is one of ours, otherwise the address it was given as. */
    licence: text().notNull(),
    author: text().notNull().default(""),
    /** The larger work it belongs to. */
    collection: text().notNull().default(""),
    minutes: integer(),
    ageFrom: smallint(),
    ageTo: smallint(),
    /** The schema.org record as it came. */
    source: jsonb().$type<Record<string, unknown>>(),
    /** SHA-256 of the record, so that an unchanged one is left alone. */
    sourceHash: text(),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [index("resources_created").on(t.createdAt), index("resources_language").on(t.language)],
);
