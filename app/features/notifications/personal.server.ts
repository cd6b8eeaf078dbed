import { desc, eq } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import type { Personal, Section } from "~/platform/personal/personal";
import type { Reader } from "~db/client.server";
import { notificationChoices, notificationMails, notifications, notificationTimes } from "~db/schema";
import { kindName, wordsOf } from "./kinds";

/**
 * What notifications hold of people. What others were told of somebody by name goes with that person's row:
 * `about_id` says whose name it is.
 */
export const notificationsPersonal: Personal = {
  holds: {
    notifications: {
      person_id: "exported",
      about_id: "deleted",
      kind: "exported",
      occasion: "deleted",
      details: "exported",
      path: "exported",
      rhythm: "no words",
    },
    notification_mails: { person_id: "exported", rhythm: "no words", outcome: "no words" },
    notification_choices: {
      person_id: "exported",
      kind: "exported",
      choice: "exported",
      before: "no words",
    },
    notification_times: { person_id: "exported", time_zone: "exported" },
  },
  exportOf: async (db, personId) => [
    await toldSection(db, personId),
    await choicesSection(db, personId),
    await timesSection(db, personId),
    await mailsSection(db, personId),
  ],
};

async function toldSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select()
    .from(notifications)
    .where(eq(notifications.personId, personId))
    .orderBy(desc(notifications.createdAt), desc(notifications.id));
  return {
    key: "notifications",
    title: m.notifications_data_told(),
    columns: {
      toldAt: m.personal_when(),
      text: m.personal_text(),
      quote: m.notifications_data_quote(),
      readAt: m.notifications_data_read(),
    },
    rows: rows.map(({ kind, details, path, createdAt, readAt }) => {
      const { sentence, quote } = wordsOf(kind, details);
      return { toldAt: createdAt, kind, text: sentence, quote, path, readAt };
    }),
  };
}

async function choicesSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({ kind: notificationChoices.kind, choice: notificationChoices.choice })
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId))
    .orderBy(notificationChoices.kind);
  return {
    key: "mailChoices",
    title: m.notifications_data_choices(),
    columns: { about: m.personal_kind(), choice: m.notifications_data_choice() },
    rows: rows.map(({ kind, choice }) => ({ kind, about: kindName(kind), choice })),
  };
}

async function timesSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      timeZone: notificationTimes.timeZone,
      hour: notificationTimes.hour,
      weekday: notificationTimes.weekday,
      quietFrom: notificationTimes.quietFrom,
      quietTo: notificationTimes.quietTo,
    })
    .from(notificationTimes)
    .where(eq(notificationTimes.personId, personId));
  return {
    key: "mailTimes",
    title: m.notifications_data_times(),
    columns: { timeZone: m.notifications_data_zone(), hour: m.notifications_data_hour() },
    rows,
  };
}

async function mailsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      writtenAt: notificationMails.createdAt,
      rhythm: notificationMails.rhythm,
      sentAt: notificationMails.doneAt,
      outcome: notificationMails.outcome,
    })
    .from(notificationMails)
    .where(eq(notificationMails.personId, personId))
    .orderBy(desc(notificationMails.createdAt));
  return {
    key: "mails",
    title: m.notifications_data_mails(),
    columns: { writtenAt: m.personal_when(), rhythm: m.personal_kind() },
    rows,
  };
}
