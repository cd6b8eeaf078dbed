import { eq, lt, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Database } from "~db/client.server";
import { accountDeletions, people, sessions } from "~db/schema";
import { hashToken } from "../secrets/tokens.server";
import { rolesWait } from "./roles-wait.server";

export const SESSION_COOKIE = "staffroom_session";

export type SessionDatabase = Pick<Database, "select" | "insert" | "update" | "delete">;

/**
 * Lets Lucia keep sessions in our tables. What Lucia calls the session id is the token in the cookie;
 * the table holds its hash, so a copy of the database signs nobody in.
 */
export function luciaAdapter(db: SessionDatabase): Adapter {
  const stored = (token: string) => eq(sessions.id, hashToken(token));
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const [row] = await db
        .select({
          expiresAt: sessions.expiresAt,
          usedAt: sessions.usedAt,
          person: {
            id: people.id,
            name: people.name,
            email: people.email,
            emailVerifiedAt: people.emailVerifiedAt,
            siteRoles: people.siteRoles,
            schoolId: people.schoolId,
            locale: people.locale,
            seenOn: people.seenOn,
            rolesWait,
            deletionDueAt: accountDeletions.dueAt,
          },
        })
        .from(sessions)
        .innerJoin(people, eq(people.id, sessions.personId))
        .leftJoin(accountDeletions, eq(accountDeletions.personId, people.id))
        .where(stored(token));
      if (!row) return [null, null];
      const { id, ...attributes } = row.person;
      return [
        {
          id: token,
          userId: id,
          expiresAt: row.expiresAt,
          attributes: { usedAt: row.usedAt },
        },
        { id, attributes },
      ];
    },
    async getUserSessions(personId) {
      const rows = await db.select().from(sessions).where(eq(sessions.personId, personId));
      return rows.map((row) => ({
        id: row.id,
        userId: row.personId,
        expiresAt: row.expiresAt,
        attributes: { usedAt: row.usedAt },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes: { browser, system } }) {
      await db.insert(sessions).values({ id: hashToken(id), personId: userId, expiresAt, browser, system });
    },
    async updateSessionExpiration(token, expiresAt) {
      await db.update(sessions).set({ expiresAt }).where(stored(token));
    },
    async deleteSession(token) {
      await db.delete(sessions).where(stored(token));
    },
    async deleteUserSessions(personId) {
      await db.delete(sessions).where(eq(sessions.personId, personId));
    },
    async deleteExpiredSessions() {
      await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
    },
  };
}
