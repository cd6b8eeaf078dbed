import { sql } from "drizzle-orm";
import {
  char,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  CoordinatorDuty,
  InvitationKind,
  JoinPolicy,
  JoinRequestState,
  NetworkState,
} from "../vocabulary/networks";
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
    state: text().$type<NetworkState>().notNull().default("active"),
    /** What members read at the top of the page; plain text, "" for none. */
    welcome: text().notNull().default(""),
    /** One more with each change of the settings: who saves an older one is told. */
    version: integer().notNull().default(1),
    /** Since when nobody leads it; null while somebody does. `settleLead` alone writes it. */
    leadVacantSince: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index("networks_country").on(t.country),
    index("networks_lead_vacant").on(t.leadVacantSince).where(sql`${t.leadVacantSince} is not null`),
    check("networks_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("networks_join_policy_known", sql`${t.joinPolicy} in ('open','request','closed')`),
    check("networks_state_known", sql`${t.state} in ('starting','active','dormant','closed')`),
    check("networks_welcome_length", sql`char_length(${t.welcome}) <= 2000`),
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
    /** When a coordinator welcomed them, with words of their own or in person. */
    welcomedAt: moment(),
    welcomedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    /** The words, plain text; null for who was welcomed in person. */
    welcomeWords: text(),
    /** The person's last sign of life, copied by triggers: who went silent is found without reading everybody. */
    seenOn: date().notNull().default(sql`(now() at time zone 'UTC')::date`),
  },
  (t) => [
    uniqueIndex("memberships_current_unique").on(t.networkId, t.personId).where(sql`${t.leftAt} is null`),
    index("memberships_person").on(t.personId),
    index("memberships_joined").on(t.networkId, t.joinedAt),
    index("memberships_not_welcomed")
      .on(t.networkId, t.joinedAt)
      .where(sql`${t.leftAt} is null and ${t.welcomedAt} is null`),
    index("memberships_seen").on(t.networkId, t.seenOn).where(sql`${t.leftAt} is null`),
    check("memberships_welcome_words_length", sql`char_length(${t.welcomeWords}) between 1 and 1000`),
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
    /** The last reminder that was told of its end, in days before it: 30, then 7. */
    remindedDays: smallint(),
    createdAt: createdAt(),
  },
  (t) => [
    index("coordinators_ending").on(t.endsOn).where(sql`${t.endedAt} is null`),
    uniqueIndex("coordinators_person_unique").on(t.networkId, t.personId).where(sql`${t.endedAt} is null`),
    uniqueIndex("coordinators_lead_unique")
      .on(t.networkId)
      .where(sql`${t.endedAt} is null and ${t.duty} = 'lead'`),
    index("coordinators_person").on(t.personId),
    check("coordinators_duty_known", sql`${t.duty} in ('lead','deputy')`),
    check("coordinators_term", sql`${t.endsOn} >= ${t.startsOn}`),
  ],
);

/** What lets people into a network, whatever its join policy: a link for many, or a letter to one address. */
export const invitations = pgTable(
  "invitations",
  {
    id: key(),
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    kind: text().$type<InvitationKind>().notNull(),
    /** Of the form that asked for a link: sent twice, it makes one. */
    formKey: uuid().unique(),
    /** What a link is for; for the coordinators alone. */
    note: text().notNull().default(""),
    /** Where a letter goes, in lower case; null for a link, and once its owner wants no more of them. */
    email: text(),
    /** How many people it lets in; null for any number. */
    usesLimit: integer(),
    uses: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    madeBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** When a letter was asked for last. */
    invitedAt: moment(),
    /** When somebody began to send it; whoever comes later leaves it alone. */
    letterClaimedAt: moment(),
    letterSentAt: moment(),
  },
  (t) => [
    index("invitations_network").on(t.networkId, t.createdAt),
    uniqueIndex("invitations_email_unique").on(t.networkId, t.email).where(sql`${t.email} is not null`),
    index("invitations_unsent")
      .on(t.networkId)
      .where(sql`${t.letterClaimedAt} is not null and ${t.letterSentAt} is null and ${t.revokedAt} is null`),
    index("invitations_invited").on(t.networkId, t.invitedAt).where(sql`${t.kind} = 'letter'`),
    check("invitations_kind_known", sql`${t.kind} in ('link','letter')`),
    check(
      "invitations_letter_for_one",
      sql`case ${t.kind} when 'link' then ${t.email} is null else ${t.usesLimit} is not null and ${t.usesLimit} = 1 and ${t.invitedAt} is not null end`,
    ),
    check("invitations_note_length", sql`char_length(${t.note}) <= 200`),
    check("invitations_uses_limit", sql`${t.usesLimit} between 1 and 500`),
    check(
      "invitations_uses",
      sql`${t.uses} >= 0 and (${t.usesLimit} is null or ${t.uses} <= ${t.usesLimit})`,
    ),
  ],
);

/** What opens an invitation: one code of a link, one of each letter written. `id` is its SHA-256, never the code. */
export const invitationCodes = pgTable(
  "invitation_codes",
  {
    id: text().primaryKey(),
    invitationId: uuid()
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [index("invitation_codes_invitation").on(t.invitationId)],
);

/** Addresses that want no more letters of a network, as hashes: nobody can read whose they are. */
export const invitationRefusals = pgTable(
  "invitation_refusals",
  {
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    emailHash: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.emailHash] })],
);

/** Who came by an invitation, once each. */
export const invitationUses = pgTable(
  "invitation_uses",
  {
    invitationId: uuid()
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.invitationId, t.personId] }),
    index("invitation_uses_person").on(t.personId),
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

/** What coordinators let be in the cockpit until a day; it comes back by itself when it still is so then. */
export const cockpitSnoozes = pgTable(
  "cockpit_snoozes",
  {
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    /** A kind of need. */
    kind: text().notNull(),
    /** What it is about: a person, a school … */
    subjectId: uuid().notNull(),
    /** The first day on which it stands in the cockpit again. */
    until: date().notNull(),
    madeBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.kind, t.subjectId] }),
    index("cockpit_snoozes_until").on(t.until),
    check("cockpit_snoozes_kind_length", sql`char_length(${t.kind}) between 1 and 60`),
  ],
);

/** A few words of a coordinator to one member who went silent. */
export const memberMessages = pgTable(
  "member_messages",
  {
    id: key(),
    networkId: uuid()
      .notNull()
      .references(() => networks.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    authorId: uuid().references(() => people.id, { onDelete: "set null" }),
    words: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("member_messages_person").on(t.networkId, t.personId, t.createdAt),
    index("member_messages_of").on(t.personId),
    check("member_messages_words_length", sql`char_length(${t.words}) between 1 and 1000`),
  ],
);
