import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, key, moment } from "./columns";

/** Every act on people, roles and settings. Rows are only ever added: a trigger refuses the rest. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: key(),
    at: createdAt(),
    /** Null when the scheduler or a command acted. Kept without a foreign key: it outlives the person. */
    actorId: uuid(),
    act: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index("audit_entries_subject").on(t.subjectType, t.subjectId),
    index("audit_entries_actor").on(t.actorId, t.id),
    index("audit_entries_act").on(t.act, t.id),
  ],
);

/** Tries counted in fixed windows. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text().primaryKey(),
    windowEndsAt: moment().notNull(),
    count: integer().notNull(),
  },
  (t) => [index("rate_limits_window").on(t.windowEndsAt)],
);

/** Mails kept instead of sent, where no SMTP server is configured. */
export const keptMails = pgTable(
  "kept_mails",
  {
    id: key(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** Id of a letter that is kept once however often it is sent; null for others. */
    onceId: text().unique(),
    createdAt: createdAt(),
  },
  (t) => [index("kept_mails_created").on(t.createdAt)],
);

/** Addresses whose mail came back: how things stand with each now. `address` is in lower case. */
export const mailBounces = pgTable(
  "mail_bounces",
  {
    address: text().primaryKey(),
    kind: text().$type<"permanent" | "transient">().notNull(),
    /** RFC 3463, such as "5.1.1", or the three digits of SMTP where there is no more. */
    code: text().notNull(),
    /** What the mail server said, cut. */
    said: text().notNull(),
    /** Mails that came back since `firstAt`. */
    count: integer().notNull(),
    firstAt: moment().notNull().defaultNow(),
    lastAt: moment().notNull().defaultNow(),
    /** Since when what nobody asked for is not sent there; null while it is. */
    stoppedAt: moment(),
  },
  (t) => [
    index("mail_bounces_stopped").on(t.stoppedAt),
    check("mail_bounces_kind_known", sql`${t.kind} in ('permanent','transient')`),
    check("mail_bounces_address_lower", sql`${t.address} = lower(${t.address})`),
    check("mail_bounces_short", sql`char_length(${t.code}) <= 20 and char_length(${t.said}) <= 300`),
  ],
);

/** Small facts about the installation itself, such as "the demo world was loaded". */
export const siteFacts = pgTable("site_facts", {
  name: text().primaryKey(),
  value: text().notNull(),
  createdAt: createdAt(),
});
