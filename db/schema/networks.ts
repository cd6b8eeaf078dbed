import { sql } from "drizzle-orm";
import {
  char,
  check,
  date,
  doublePrecision,
  index,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CoordinatorDuty, JoinPolicy, JoinRequestState } from "../vocabulary/networks";
import { people } from "./accounts";
import { createdAt, key, moment } from "./columns";

/** A regional network of teachers. Its place is the point distances are measured to. */
export const networks = pgTable(
  "networks",
  {
    id: key(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    country: char({ length: 2 }).notNull(),
    region: text().notNull().default(""),
    summary: text().notNull().default(""),
    description: text().notNull().default(""),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    joinPolicy: text().$type<JoinPolicy>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("networks_country").on(t.country),
    check("networks_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("networks_join_policy_known", sql`${t.joinPolicy} in ('open','request','closed')`),
    check("networks_latitude", sql`${t.latitude} between -90 and 90`),
    check("networks_longitude", sql`${t.longitude} between -180 and 180`),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    id: key(),
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    joinedAt: createdAt(),
    leftAt: moment(),
  },
  (t) => [
    uniqueIndex("memberships_current_unique").on(t.networkId, t.personId).where(sql`${t.leftAt} is null`),
    index("memberships_person").on(t.personId),
    index("memberships_joined").on(t.networkId, t.joinedAt),
  ],
);

export const joinRequests = pgTable(
  "join_requests",
  {
    id: key(),
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    message: text().notNull().default(""),
    state: text().$type<JoinRequestState>().notNull().default("waiting"),
    /** What the coordinator told the person, when they declined. */
    reason: text(),
    decidedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    decidedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("join_requests_waiting_unique")
      .on(t.networkId, t.personId)
      .where(sql`${t.state} = 'waiting'`),
    index("join_requests_person").on(t.personId),
    check("join_requests_state_known", sql`${t.state} in ('waiting','admitted','declined','withdrawn')`),
    check("join_requests_message_length", sql`char_length(${t.message}) <= 2000`),
    check(
      "join_requests_declined_with_reason",
      sql`${t.state} <> 'declined' or char_length(${t.reason}) > 0`,
    ),
  ],
);

/** Appointments: a person leads or helps to lead a network until the last day of the term. */
export const coordinators = pgTable(
  "coordinators",
  {
    id: key(),
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    duty: text().$type<CoordinatorDuty>().notNull(),
    startsOn: date().notNull(),
    /** The last day on which the appointment holds. */
    endsOn: date().notNull(),
    /** Set when it ended before its term. */
    endedAt: moment(),
    appointedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("coordinators_person_unique").on(t.networkId, t.personId).where(sql`${t.endedAt} is null`),
    uniqueIndex("coordinators_lead_unique")
      .on(t.networkId)
      .where(sql`${t.endedAt} is null and ${t.duty} = 'lead'`),
    index("coordinators_person").on(t.personId),
    check("coordinators_duty_known", sql`${t.duty} in ('lead','deputy')`),
    check("coordinators_term", sql`${t.endsOn} >= ${t.startsOn}`),
  ],
);

/** What coordinators tell the members of their network. */
export const announcements = pgTable(
  "announcements",
  {
    id: key(),
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    authorId: uuid().references(() => people.id, { onDelete: "set null" }),
    title: text().notNull(),
    /** Plain text; blank lines part paragraphs. */
    body: text().notNull(),
    createdAt: createdAt(),
    takenBackAt: moment(),
  },
  (t) => [
    index("announcements_newest").on(t.networkId, t.createdAt),
    check("announcements_title_length", sql`char_length(${t.title}) between 1 and 120`),
    check("announcements_body_length", sql`char_length(${t.body}) between 1 and 5000`),
  ],
);
