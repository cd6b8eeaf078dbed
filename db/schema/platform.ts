import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
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

/** Small facts about the installation itself, such as "the demo world was loaded". */
export const siteFacts = pgTable("site_facts", {
  name: text().primaryKey(),
  value: text().notNull(),
  createdAt: createdAt(),
});
