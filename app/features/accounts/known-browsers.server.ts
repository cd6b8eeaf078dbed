import { and, desc, eq, ne, notInArray, sql } from "drizzle-orm";
import { announce } from "~/platform/events/announce.server";
import { readCookie, writeCookie } from "~/platform/http/cookies";
import { hashToken, newToken } from "~/platform/secrets/tokens.server";
import { browserName, type RequestBrowser } from "~/platform/sessions/browser-name.server";
import type { Reader } from "~db/client.server";
import { knownBrowsers } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { AccountsFact } from "./facts";

// The cookie outlives the session. It opens nothing: it only says that this browser was here before.
const COOKIE = "staffroom_browser";
const SECONDS = 400 * 24 * 3_600;

/** As many are remembered for one account; the newest stay. */
const MOST = 50;

/** A browser that several colleagues share keeps one token for all of them. */
function tokenOf(cookies: string | null): string {
  const kept = readCookie(cookies, COOKIE) ?? "";
  return /^[\w-]{43}$/.test(kept) ? kept : newToken();
}

/**
 * Remembers the browser somebody signs in with, and announces one that this account was not seen with before. The very
 * first of an account is quiet: it is the sign-in after signing up.
 * @returns the Set-Cookie header
 */
export async function noteBrowser(
  tx: Transaction,
  personId: string,
  from: RequestBrowser,
  appUrl: string,
): Promise<string> {
  const token = tokenOf(from.cookies);
  const names = browserName(from.userAgent);
  const [noted] = await tx
    .insert(knownBrowsers)
    .values({ personId, tokenHash: hashToken(`${personId}:${token}`), ...names })
    .onConflictDoUpdate({ target: knownBrowsers.tokenHash, set: { ...names, usedAt: sql`now()` } })
    // A row that was updated has a newer version that replaced an older one.
    .returning({ id: knownBrowsers.id, fresh: sql<boolean>`xmax = 0` });
  if (noted?.fresh && (await knowsOthers(tx, personId, noted.id))) {
    await announce<AccountsFact>(tx, { kind: "accounts.browser-new", personId, browserId: noted.id });
    await forgetOldest(tx, personId);
  }
  return writeCookie(COOKIE, token, { maxAge: SECONDS, appUrl });
}

async function knowsOthers(tx: Transaction, personId: string, id: string): Promise<boolean> {
  const others = await tx
    .select({ id: knownBrowsers.id })
    .from(knownBrowsers)
    .where(and(eq(knownBrowsers.personId, personId), ne(knownBrowsers.id, id)))
    .limit(1);
  return others.length > 0;
}

async function forgetOldest(tx: Transaction, personId: string): Promise<void> {
  const kept = tx
    .select({ id: knownBrowsers.id })
    .from(knownBrowsers)
    .where(eq(knownBrowsers.personId, personId))
    .orderBy(desc(knownBrowsers.usedAt), desc(knownBrowsers.id))
    .limit(MOST);
  await tx
    .delete(knownBrowsers)
    .where(and(eq(knownBrowsers.personId, personId), notInArray(knownBrowsers.id, kept)));
}

/** What a letter says of a browser; null when it is forgotten. */
export async function knownBrowser(db: Reader, id: string) {
  const [row] = await db
    .select({
      browser: knownBrowsers.browser,
      system: knownBrowsers.system,
      seenAt: knownBrowsers.createdAt,
    })
    .from(knownBrowsers)
    .where(eq(knownBrowsers.id, id));
  return row ?? null;
}
