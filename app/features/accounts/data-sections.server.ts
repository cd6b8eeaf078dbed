import { desc, eq } from "drizzle-orm";
import { isLocale, localeNames } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { Section } from "~/platform/personal/personal";
import type { Reader } from "~db/client.server";
import {
  emailChanges,
  knownBrowsers,
  passkeys,
  people,
  schoolStays,
  schools,
  secondFactors,
  seenQuarters,
  sessions,
} from "~db/schema";
import { browserWords } from "./browser-words";

/** What an export says of a person's account, in the language it is called in. */
export const accountSections = async (db: Reader, personId: string): Promise<Section[]> => [
  await accountSection(db, personId),
  await schoolsSection(db, personId),
  await sessionsSection(db, personId),
  await browsersSection(db, personId),
  await passkeysSection(db, personId),
  await seenSection(db, personId),
];

async function accountSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      newEmail: emailChanges.newEmail,
      school: schools.name,
      schoolId: schools.id,
      locale: people.locale,
      siteRoles: people.siteRoles,
      createdAt: people.createdAt,
      seenOn: people.seenOn,
      confirmedAt: people.emailVerifiedAt,
      secondFactorSince: secondFactors.confirmedAt,
    })
    .from(people)
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .leftJoin(emailChanges, eq(emailChanges.personId, people.id))
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .where(eq(people.id, personId));
  return {
    key: "account",
    title: m.accounts_data_account(),
    columns: {
      name: m.personal_name(),
      email: m.accounts_email(),
      newEmail: m.accounts_change_new(),
      school: m.accounts_settings_school(),
      language: m.accounts_data_language(),
      siteRoles: m.accounts_data_roles(),
      createdAt: m.accounts_data_created(),
      seenOn: m.accounts_data_used(),
      secondFactorSince: m.accounts_second_factor(),
    },
    rows: rows.map((row) => ({
      ...row,
      language: isLocale(row.locale) ? localeNames[row.locale] : null,
    })),
  };
}

async function schoolsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      school: schools.name,
      town: schools.town,
      schoolId: schools.id,
      startedAt: schoolStays.startedAt,
      endedAt: schoolStays.endedAt,
    })
    .from(schoolStays)
    .innerJoin(schools, eq(schools.id, schoolStays.schoolId))
    .where(eq(schoolStays.personId, personId))
    .orderBy(schoolStays.startedAt);
  return {
    key: "schools",
    title: m.accounts_data_schools(),
    columns: {
      school: m.accounts_settings_school(),
      startedAt: m.personal_from(),
      endedAt: m.personal_until(),
    },
    rows,
  };
}

async function sessionsSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      browser: sessions.browser,
      system: sessions.system,
      signedInAt: sessions.createdAt,
      usedAt: sessions.usedAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.createdAt));
  return {
    key: "sessions",
    title: m.accounts_sessions(),
    columns: {
      words: m.accounts_data_browser(),
      signedInAt: m.personal_from(),
      usedAt: m.accounts_data_used(),
    },
    rows: rows.map((row) => ({ ...row, words: browserWords(row) })),
  };
}

async function browsersSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({
      browser: knownBrowsers.browser,
      system: knownBrowsers.system,
      firstSeenAt: knownBrowsers.createdAt,
      usedAt: knownBrowsers.usedAt,
    })
    .from(knownBrowsers)
    .where(eq(knownBrowsers.personId, personId))
    .orderBy(desc(knownBrowsers.usedAt));
  return {
    key: "knownBrowsers",
    title: m.accounts_data_browsers(),
    columns: {
      words: m.accounts_data_browser(),
      firstSeenAt: m.personal_from(),
      usedAt: m.accounts_data_used(),
    },
    rows: rows.map((row) => ({ ...row, words: browserWords(row) })),
  };
}

async function passkeysSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({ name: passkeys.name, createdAt: passkeys.createdAt, usedAt: passkeys.usedAt })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(desc(passkeys.createdAt));
  return {
    key: "passkeys",
    title: m.accounts_passkeys(),
    columns: { name: m.personal_name(), createdAt: m.personal_from(), usedAt: m.accounts_data_used() },
    rows,
  };
}

async function seenSection(db: Reader, personId: string): Promise<Section> {
  const rows = await db
    .select({ quarter: seenQuarters.quarter })
    .from(seenQuarters)
    .where(eq(seenQuarters.personId, personId))
    .orderBy(desc(seenQuarters.quarter));
  return {
    key: "quarters",
    title: m.accounts_data_quarters(),
    about: m.accounts_data_quarters_about(),
    columns: { quarter: m.personal_from() },
    rows,
  };
}
