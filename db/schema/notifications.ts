import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { createdAt, key, moment } from "./columns";

/** What a person is told on the site. `occasion` names the event, so that telling it twice has no effect. */
export const notifications = pgTable(
  "notifications",
  {
    id: key(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    occasion: text().notNull(),
    /** Values the kind's sentence is made of. */
    details: jsonb().$type<Record<string, string>>().notNull(),
    /** Path of this site it leads to. */
    path: text().notNull(),
    createdAt: createdAt(),
    readAt: moment(),
  },
  (t) => [
    uniqueIndex("notifications_occasion_unique").on(t.personId, t.occasion),
    index("notifications_person_newest").on(t.personId, t.createdAt),
    index("notifications_unread").on(t.personId).where(sql`${t.readAt} is null`),
  ],
);
