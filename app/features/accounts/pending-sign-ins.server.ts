import { and, eq, gt, lt, sql } from "drizzle-orm";
import { readCookie, writeCookie } from "~/platform/http/cookies";
import { hashToken, newToken } from "~/platform/secrets/tokens.server";
import type { Database, Reader } from "~db/client.server";
import { pendingSignIns } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

// A browser that gave the right password and owes a code keeps a token that opens nothing but the page for the code.
const COOKIE = "staffroom_sign_in";
const MINUTES = 10;

const storedId = (cookies: string | null) => hashToken(readCookie(cookies, COOKIE) ?? "");

/** Begins to wait for the code, for ten minutes. @returns the Set-Cookie header */
export async function startPendingSignIn(tx: Transaction, personId: string, appUrl: string): Promise<string> {
  const token = newToken();
  const expiresAt = sql`now() + make_interval(mins => ${MINUTES})`;
  await tx.insert(pendingSignIns).values({ id: hashToken(token), personId, expiresAt });
  return writeCookie(COOKIE, token, { maxAge: MINUTES * 60, appUrl });
}

/** The Set-Cookie header once the code was given. */
export const dropPendingCookie = (appUrl: string) => writeCookie(COOKIE, "", { maxAge: 0, appUrl });

/** Who owes a code in the browser with these cookies; null when nobody does, or the ten minutes are over. */
export async function pendingPersonId(db: Reader, cookies: string | null): Promise<string | null> {
  const [row] = await db
    .select({ personId: pendingSignIns.personId })
    .from(pendingSignIns)
    .where(and(eq(pendingSignIns.id, storedId(cookies)), gt(pendingSignIns.expiresAt, sql`now()`)));
  return row?.personId ?? null;
}

/** Ends the waiting of this browser: of two posts at once, one gets it. @returns the person's id, or null */
export async function spendPendingSignIn(tx: Transaction, cookies: string | null): Promise<string | null> {
  const [spent] = await tx
    .delete(pendingSignIns)
    .where(and(eq(pendingSignIns.id, storedId(cookies)), gt(pendingSignIns.expiresAt, sql`now()`)))
    .returning({ personId: pendingSignIns.personId });
  return spent?.personId ?? null;
}

/** Ends the waiting of every browser, where a password or a second factor changes. */
export async function forgetPendingSignIns(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(pendingSignIns).where(eq(pendingSignIns.personId, personId));
}

/** Removes those that are over. Run by the schedule. */
export async function removeOldPendingSignIns(db: Database): Promise<void> {
  await db.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, sql`now()`));
}
