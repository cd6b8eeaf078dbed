import { sql } from "drizzle-orm";
import {
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { MailChoice, MailOutcome, MailRhythm } from "../vocabulary/notifications";
import { people } from "./accounts";
import { createdAt, key, moment } from "./columns";
import { networks } from "./networks";

const ofPerson = () =>
  uuid()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** What a person is told on the site. `occasion` names the event, so that telling it twice has no effect. */
export const notifications = pgTable(
  "notifications",
  {
    id: key(),
    personId: ofPerson(),
    kind: text().notNull(),
    occasion: text().notNull(),
    /** Values the kind's sentence is made of. */
    details: jsonb().$type<Record<string, string>>().notNull(),
    /** Whose name stands in `details`: it goes when their account goes. */
    aboutId: uuid().references(() => people.id, { onDelete: "cascade" }),
    /** Path of this site it leads to. */
    path: text().notNull(),
    /** The network it is about, under which a digest lists it. */
    networkId: uuid().references(() => networks.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    readAt: moment(),
    /** How it waits to be mailed, by what the person had chosen; null where it is not to be. */
    rhythm: text().$type<MailRhythm>(),
    /** From when on it is to be mailed; null once that was seen to. */
    mailDueAt: moment(),
    /** The mail it went into. */
    mailId: uuid().references(() => notificationMails.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("notifications_occasion_unique").on(t.personId, t.occasion),
    index("notifications_person_newest").on(t.personId, t.createdAt),
    index("notifications_unread").on(t.personId).where(sql`${t.readAt} is null`),
    // Holds what waits and nothing else, so that finding who is due costs what is due.
    index("notifications_mail_due").on(t.mailDueAt, t.personId).where(sql`${t.mailDueAt} is not null`),
    index("notifications_mail").on(t.mailId).where(sql`${t.mailId} is not null`),
    index("notifications_network").on(t.networkId).where(sql`${t.networkId} is not null`),
    index("notifications_about").on(t.aboutId).where(sql`${t.aboutId} is not null`),
    check("notifications_rhythm_known", sql`${t.rhythm} in ('each','daily','weekly')`),
  ],
);

/** Mails of news. The id is the mail's Message-ID; a row is made with the claim on what it tells. */
export const notificationMails = pgTable(
  "notification_mails",
  {
    id: key(),
    personId: ofPerson(),
    rhythm: text().$type<MailRhythm>().notNull(),
    createdAt: createdAt(),
    /** When its handing over began; taken back when it was surely refused. */
    beganAt: moment(),
    doneAt: moment(),
    outcome: text().$type<MailOutcome>(),
  },
  (t) => [
    index("notification_mails_person").on(t.personId),
    index("notification_mails_created").on(t.createdAt),
    check("notification_mails_rhythm_known", sql`${t.rhythm} in ('each','daily','weekly')`),
    check("notification_mails_outcome_known", sql`${t.outcome} in ('sent','unknown','needless')`),
    check("notification_mails_done", sql`(${t.doneAt} is null) = (${t.outcome} is null)`),
  ],
);

/** By which mails a person learns of a kind, where that is not the usual one. */
export const notificationChoices = pgTable(
  "notification_choices",
  {
    personId: ofPerson(),
    kind: text().notNull(),
    choice: text().$type<MailChoice>().notNull(),
    /** What it was before a link in a mail turned it off; null where none did. */
    before: text().$type<MailChoice>(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    check("notification_choices_choice_known", sql`${t.choice} in ('each','daily','weekly','never')`),
    check("notification_choices_before_known", sql`${t.before} in ('each','daily','weekly','never')`),
  ],
);

/** When mails of news may come, where a person has said so. All hours are of their time zone. */
export const notificationTimes = pgTable(
  "notification_times",
  {
    personId: ofPerson().primaryKey(),
    /** An IANA name that this PostgreSQL knows. */
    timeZone: text().notNull(),
    /** Hour of the daily and the weekly mail. */
    hour: smallint().notNull(),
    /** 1 is Monday. */
    weekday: smallint().notNull(),
    /** Hours between which nothing is sent; both null for none. */
    quietFrom: smallint(),
    quietTo: smallint(),
  },
  (t) => [
    check("notification_times_hour", sql`${t.hour} between 0 and 23`),
    check("notification_times_weekday", sql`${t.weekday} between 1 and 7`),
    check(
      "notification_times_quiet",
      sql`(${t.quietFrom} is null) = (${t.quietTo} is null) and ${t.quietFrom} between 0 and 23 and ${t.quietTo} between 0 and 23 and ${t.quietFrom} <> ${t.quietTo}`,
    ),
  ],
);
