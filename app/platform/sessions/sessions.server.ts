import { Lucia, TimeSpan } from "lucia";
import type { people } from "~db/schema";
import { newToken } from "../secrets/tokens.server";
import type { Person } from "../services/actor";
import { browserName, type RequestBrowser } from "./browser-name.server";
import { noteSeen, noteUse } from "./list.server";
import { luciaAdapter, SESSION_COOKIE, type SessionDatabase } from "./lucia-adapter.server";

// Lucia 3 is complete and no longer developed: nothing outside this folder may import it.

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseUserAttributes: Omit<
      typeof people.$inferSelect,
      "id" | "passwordHash" | "createdAt" | "photo" | "searchText"
    > & {
      rolesWait: boolean;
      deletionDueAt: Date | null;
    };
    DatabaseSessionAttributes: { browser?: string; system?: string; usedAt: Date };
  }
}

/** A session ends when it was not used for this long. */
const LIFETIME = new TimeSpan(30, "d");

const createLucia = (db: SessionDatabase, secure: boolean) =>
  new Lucia(luciaAdapter(db), {
    sessionExpiresIn: LIFETIME,
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure, sameSite: "lax", path: "/" } },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: ({ usedAt }) => ({ usedAt }),
  });

const made = new WeakMap<SessionDatabase, Map<boolean, ReturnType<typeof createLucia>>>();

function luciaOf({ db, appUrl }: SessionStore) {
  const secure = appUrl.startsWith("https:");
  const bySecurity = made.get(db) ?? made.set(db, new Map()).get(db)!;
  return bySecurity.get(secure) ?? bySecurity.set(secure, createLucia(db, secure)).get(secure)!;
}

/** Where sessions lie; a transaction will do, so that a session can end in the change that ends it. */
export type SessionStore = { db: SessionDatabase; appUrl: string };

/**
 * Starts a session with a token of its own; the session of the same browser before it, if any, is revoked.
 * @param from the browser that signs in; null where there is none, as in tests
 * @returns the Set-Cookie header
 */
export async function startSession(
  store: SessionStore,
  personId: string,
  from: RequestBrowser | null,
): Promise<string> {
  const lucia = luciaOf(store);
  const old = lucia.readSessionCookie(from?.cookies ?? "");
  if (old) await lucia.invalidateSession(old);
  const attributes = { ...browserName(from?.userAgent), usedAt: new Date() };
  const session = await lucia.createSession(personId, attributes, { sessionId: newToken() });
  await noteSeen(store.db, personId);
  return lucia.createSessionCookie(session.id).serialize();
}

/**
 * Who the request comes from.
 * @param cookies the Cookie header
 * @returns the person, whether their account is to be deleted, and the Set-Cookie header to answer with where the session
 * was renewed or is over
 */
export async function readSession(
  store: SessionStore,
  cookies: string | null,
): Promise<{ person: Person | null; leaving: boolean; setCookie: string | null }> {
  const lucia = luciaOf(store);
  const token = lucia.readSessionCookie(cookies ?? "");
  if (!token) return { person: null, leaving: false, setCookie: null };
  const { session, user } = await lucia.validateSession(token);
  if (!session)
    return { person: null, leaving: false, setCookie: lucia.createBlankSessionCookie().serialize() };
  const { emailVerifiedAt, deletionDueAt, seenOn, ...attributes } = user;
  await noteUse(store.db, token, { personId: user.id, usedAt: session.usedAt, seenOn });
  return {
    person: { kind: "person", ...attributes, emailVerified: emailVerifiedAt !== null },
    leaving: deletionDueAt !== null,
    setCookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : null,
  };
}

/**
 * Whose session the cookies are, without renewing it: for connections that cannot answer with a new cookie.
 * @param cookies the Cookie header
 * @returns the person's id; null where there is no session, it is over, or the account is to be deleted
 */
export async function whoseSession(store: SessionStore, cookies: string | null): Promise<string | null> {
  const token = luciaOf(store).readSessionCookie(cookies ?? "");
  if (!token) return null;
  const [session, user] = await luciaAdapter(store.db).getSessionAndUser(token);
  if (user?.attributes.deletionDueAt) return null;
  return session && session.expiresAt > new Date() ? session.userId : null;
}

/** Revokes the session of a request. @returns the Set-Cookie header that clears it */
export async function endSession(store: SessionStore, cookies: string | null): Promise<string> {
  const lucia = luciaOf(store);
  const token = lucia.readSessionCookie(cookies ?? "");
  if (token) await lucia.invalidateSession(token);
  return lucia.createBlankSessionCookie().serialize();
}

/** Revokes every session of a person, wherever they are signed in. */
export const endAllSessions = (store: SessionStore, personId: string) =>
  luciaOf(store).invalidateUserSessions(personId);

/** Removes sessions that are over. Run by the schedule. */
export const removeOldSessions = (store: SessionStore) => luciaOf(store).deleteExpiredSessions();
