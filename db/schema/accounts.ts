import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { SiteRole } from "../vocabulary/site-roles";
import { createdAt, key, moment } from "./columns";
import { schools } from "./schools";

/** Everybody who has an account. `email` is kept in lower case. */
export const people = pgTable(
  "people",
  {
    id: key(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text().notNull(),
    emailVerifiedAt: moment(),
    siteRoles: text().array().$type<SiteRole[]>().notNull().default(sql`'{}'`),
    schoolId: uuid().references(() => schools.id, { onDelete: "set null" }),
    /** Interface and mail language; null follows the browser. */
    locale: text(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("people_email_unique").on(t.email),
    index("people_school").on(t.schoolId),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
    check("people_name_length", sql`char_length(${t.name}) between 1 and 200`),
    check("people_site_roles_known", sql`${t.siteRoles} <@ array['administrator','librarian']`),
  ],
);

/**
 * Where people teach and have taught. A trigger on `people` writes it, whoever changes the school: the one that is left
 * ends, the new one begins. A stay of less than a day is a slip and leaves no trace.
 */
export const schoolStays = pgTable(
  "school_stays",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    schoolId: uuid()
      .notNull()
      .references(() => schools.id, { onDelete: "cascade" }),
    startedAt: createdAt(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex("school_stays_current_unique").on(t.personId).where(sql`${t.endedAt} is null`),
    index("school_stays_person").on(t.personId),
    index("school_stays_school").on(t.schoolId, t.startedAt),
  ],
);

/** Signed-in browsers. `id` is the SHA-256 of the token in the cookie, never the token. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("sessions_person").on(t.personId), index("sessions_expires").on(t.expiresAt)],
);

/** Single-use tokens sent by mail. `id` is the SHA-256 of the token. */
export const emailTokens = pgTable(
  "email_tokens",
  {
    id: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    purpose: text().$type<"verify" | "reset">().notNull(),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("email_tokens_person").on(t.personId),
    check("email_tokens_purpose_known", sql`${t.purpose} in ('verify','reset')`),
  ],
);
