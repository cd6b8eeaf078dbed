import { sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";

/** The channel on which processes tell each other. */
export const CHANNEL = "staffroom_live";

/** What a hint is about: everything that one person is told of. */
export const topicOfPerson = (personId: string) => `person:${personId}`;

/** A hint that a person may be signed out, or may have to be: open streams ask at once whether they still hold. */
export const topicOfSessions = (personId: string) => `sessions:${personId}`;

/** PostgreSQL takes no message of 8,000 bytes or more; a topic has at most 100. */
const TOPICS_IN_ONE = 70;

/**
 * Tells open pages that something they show may have changed; they ask for it again themselves, so that a hint says
 * nothing and may be lost. Goes out when the transaction is committed, to every web process.
 * @param topics without spaces, at most 100 characters each
 */
export async function hint(db: Pick<Reader, "execute">, topics: string[]): Promise<void> {
  const different = [...new Set(topics)];
  for (let at = 0; at < different.length; at += TOPICS_IN_ONE) {
    const message = different.slice(at, at + TOPICS_IN_ONE).join(" ");
    await db.execute(sql`select pg_notify(${CHANNEL}, ${message})`);
  }
}
