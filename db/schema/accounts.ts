import { type SQL, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
    /** The batch of their photo in `stored_files`, and its version in addresses. A trigger lets go of the one before. */
    photo: uuid(),
    /** The name as plain words, for searching and for lists by name. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`plain_words(${people.name})`),
    /** Last day, in UTC, on which they used the site; written at most once a day. */
    seenOn: date().notNull().default(sql`(now() at time zone 'UTC')::date`),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("people_email_unique").on(t.email),
    index("people_by_name").on(sql`${t.searchText} collate "C"`, t.id),
    index("people_search_text").using("gin", sql`${t.searchText} gin_trgm_ops`),
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

/**
 * In which quarters of a year somebody used the site. A trigger on `people` writes it from `seen_on`; no finer trace of
 * past use is kept. Begins with the quarter in which the table was made.
 */
export const seenQuarters = pgTable(
  "seen_quarters",
  {
    /** Its first day. */
    quarter: date().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.quarter, t.personId] }),
    index("seen_quarters_person").on(t.personId, t.quarter),
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
    /** What pages and forms call it: neither the token nor its hash. */
    publicId: uuid().notNull().defaultRandom(),
    /** Such as "Firefox" and "Windows"; "" where the browser does not say. */
    browser: text().notNull().default(""),
    system: text().notNull().default(""),
    expiresAt: moment().notNull(),
    /** To the quarter of an hour. */
    usedAt: moment().notNull().default(sql`date_bin('15 minutes', now(), timestamptz '2001-01-01')`),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("sessions_public_id_unique").on(t.publicId),
    index("sessions_person").on(t.personId),
    index("sessions_expires").on(t.expiresAt),
    check("sessions_names_short", sql`char_length(${t.browser}) <= 40 and char_length(${t.system}) <= 40`),
  ],
);

/** Browsers that gave the right password and owe a code. `id` is the SHA-256 of the token in the cookie. */
export const pendingSignIns = pgTable(
  "pending_sign_ins",
  {
    id: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: moment().notNull(),
  },
  (t) => [index("pending_sign_ins_person").on(t.personId)],
);

/** What a person's authenticator app shares with us (RFC 6238). */
export const secondFactors = pgTable("second_factors", {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  /** Encrypted by `platform/secrets`, bound to the person. */
  sealedSecret: text().notNull(),
  /** Null until a first code proved that the app has the secret: it does not count before. */
  confirmedAt: moment(),
  /** Number of the half minute of the newest code that was taken: that one and older ones are spent. */
  lastStep: integer(),
  createdAt: createdAt(),
});

/** Passkeys (WebAuthn): what an authenticator of a person's has proved to keep. Each counts as a second factor. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: key(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** What the authenticator calls it, as base64url. */
    credentialId: text().notNull(),
    /** COSE key, as base64url. */
    publicKey: text().notNull(),
    /** Random; the authenticator keeps it instead of the person's id. */
    userHandle: text().notNull(),
    /** Of the newest use. Passkeys that live on several devices say 0 for ever. */
    counter: bigint({ mode: "number" }).notNull(),
    /** Ways to reach the authenticator, such as "internal" or "usb". */
    transports: text().array().notNull().default(sql`'{}'`),
    /** Says what make it is, where it says so. */
    aaguid: uuid().notNull(),
    /** Whether it may live on several devices, and whether it does. */
    multiDevice: boolean().notNull(),
    backedUp: boolean().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
    usedAt: moment(),
  },
  (t) => [
    uniqueIndex("passkeys_credential_unique").on(t.credentialId),
    index("passkeys_person").on(t.personId),
    check("passkeys_name_length", sql`char_length(${t.name}) between 1 and 60`),
    check("passkeys_counter_known", sql`${t.counter} between 0 and 4294967295`),
    check("passkeys_credential_length", sql`char_length(${t.credentialId}) between 1 and 1400`),
  ],
);

/** Challenges that were answered, until they would be over anyway. `id` is the SHA-256 of the challenge. */
export const spentChallenges = pgTable(
  "spent_challenges",
  {
    id: text().primaryKey(),
    expiresAt: moment().notNull(),
  },
  (t) => [index("spent_challenges_expires").on(t.expiresAt)],
);

/** Codes that stand in for the app and for passkeys, each once. `id` is the SHA-256 of the person's id and the code. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (t) => [index("recovery_codes_person").on(t.personId)],
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

/** Browsers an account was signed in with. `id` is made up; the token in the browser's cookie is kept as a SHA-256. */
export const knownBrowsers = pgTable(
  "known_browsers",
  {
    id: key(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Of the person's id and the token, so that two accounts of one browser cannot be told to be. */
    tokenHash: text().notNull(),
    browser: text().notNull(),
    system: text().notNull(),
    createdAt: createdAt(),
    usedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("known_browsers_token_unique").on(t.tokenHash),
    index("known_browsers_person").on(t.personId, t.usedAt),
  ],
);

/** A new mail address somebody asked for; one a person. It is over after seven days. */
export const emailChanges = pgTable(
  "email_changes",
  {
    id: key(),
    personId: uuid()
      .notNull()
      .unique("email_changes_person_unique")
      .references(() => people.id, { onDelete: "cascade" }),
    newEmail: text().notNull(),
    /** The new address answered. */
    confirmedAt: moment(),
    /** The old address agreed. */
    agreedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index("email_changes_created").on(t.createdAt),
    check("email_changes_email_lower", sql`${t.newEmail} = lower(${t.newEmail})`),
  ],
);

/** Links of the letters about a change. `id` is the SHA-256 of the token. */
export const emailChangeTokens = pgTable(
  "email_change_tokens",
  {
    id: text().primaryKey(),
    changeId: uuid()
      .notNull()
      .references(() => emailChanges.id, { onDelete: "cascade" }),
    side: text().$type<"new" | "old">().notNull(),
  },
  (t) => [
    index("email_change_tokens_change").on(t.changeId),
    check("email_change_tokens_side_known", sql`${t.side} in ('new','old')`),
  ],
);

/**
 * Who has asked for their account to be deleted; one row a person. Until the day comes they may keep it, and everything is
 * as before.
 */
export const accountDeletions = pgTable(
  "account_deletions",
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    askedAt: createdAt(),
    dueAt: moment().notNull(),
    /** When the house began to delete: from then on it is too late to keep the account. */
    beganAt: moment(),
    /** When somebody began to send the last letter; whoever comes later leaves it alone. */
    letterClaimedAt: moment(),
  },
  (t) => [
    index("account_deletions_due").on(t.dueAt),
    check("account_deletions_due_later", sql`${t.dueAt} > ${t.askedAt}`),
  ],
);
