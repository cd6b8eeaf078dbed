import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { validate } from "uuid";
import type { Reader } from "~db/client.server";
import { people, sessions } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { readCookie } from "../http/cookies";
import { hashToken } from "../secrets/tokens.server";
import { SESSION_COOKIE, type SessionDatabase } from "./lucia-adapter.server";

/** A signed-in browser as its owner sees it. */
export type SignedInBrowser = {
  /** Good for forms: it opens nothing. */
  id: string;
  /** "" where the browser did not say. */
  browser: string;
  system: string;
  signedInAt: Date;
  /** To the quarter of an hour. */
  usedAt: Date;
  /** Whether it is the one that asks. */
  current: boolean;
};

/** More than anybody has; the newest are shown. */
const MOST = 100;

const storedId = (cookies: string | null) => hashToken(readCookie(cookies, SESSION_COOKIE) ?? "");

/** Where a person is signed in: this browser first, then by last use. */
export async function sessionsOf(
  db: Reader,
  personId: string,
  cookies: string | null,
): Promise<SignedInBrowser[]> {
  const current = sql<boolean>`${sessions.id} = ${storedId(cookies)}`;
  return db
    .select({
      id: sessions.publicId,
      browser: sessions.browser,
      system: sessions.system,
      signedInAt: sessions.createdAt,
      usedAt: sessions.usedAt,
      current,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(current), desc(sessions.usedAt), desc(sessions.createdAt), sessions.publicId)
    .limit(MOST);
}

/** Ends one session of a person. @returns whether there was such a one */
export async function endSessionOf(tx: Transaction, personId: string, publicId: string): Promise<boolean> {
  if (!validate(publicId)) return false;
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.publicId, publicId), eq(sessions.personId, personId)))
    .returning({ id: sessions.publicId });
  return ended.length > 0;
}

/** Ends every session of a person but that of the browser with these cookies. @returns how many ended */
export async function endOtherSessions(
  tx: Transaction,
  personId: string,
  cookies: string | null,
): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, storedId(cookies))))
    .returning({ id: sessions.publicId });
  return ended.length;
}

/** The quarter of an hour it is now. */
const quarter = sql`date_bin('15 minutes', now(), timestamptz '2001-01-01')`;
const QUARTER_MS = 15 * 60_000;

/**
 * Writes down that a session is in use, once a quarter of an hour however many requests come, and that its person was
 * here, once a day.
 * @param known.seenOn the last day this is known of
 */
export async function noteUse(
  db: SessionDatabase,
  token: string,
  known: { personId: string; usedAt: Date; seenOn: string },
): Promise<void> {
  if (known.seenOn < new Date().toISOString().slice(0, 10)) await noteSeen(db, known.personId);
  if (Math.floor(known.usedAt.getTime() / QUARTER_MS) === Math.floor(Date.now() / QUARTER_MS)) return;
  await db
    .update(sessions)
    .set({ usedAt: quarter })
    .where(and(eq(sessions.id, hashToken(token)), lt(sessions.usedAt, quarter)));
}

const today = sql`(now() at time zone 'UTC')::date`;

/** Writes down that a person was here today, the first time it is said. */
export async function noteSeen(db: SessionDatabase, personId: string): Promise<void> {
  await db
    .update(people)
    .set({ seenOn: today })
    .where(and(eq(people.id, personId), lt(people.seenOn, today)));
}
