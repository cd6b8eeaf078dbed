import { and, eq, inArray, isNull } from "drizzle-orm";
import { isSitePath } from "~/platform/http/site-path";
import { hint, topicOfPerson } from "~/platform/live/hint.server";
import type { Database } from "~db/client.server";
import { notifications } from "~db/schema";
import type { Details } from "./kinds";

export type News = {
  personId: string;
  /** One of `kinds`. */
  kind: string;
  /** Names the event: a person is told of it once, however often this is called. */
  occasion: string;
  details: Details;
  /** Path of this site it leads to. */
  path: string;
};

/** People told in one statement. */
const AT_ONCE = 1_000;

/**
 * Tells people something on the site. Called by reactions only; a second call for the same occasion has no effect.
 * @param db the database, or the transaction it shall stand in
 * @throws TypeError for a path that leads off the site
 */
export async function notify(db: Pick<Database, "insert" | "execute">, news: News[]): Promise<void> {
  for (const { path } of news)
    if (!isSitePath(path)) throw new TypeError("a notification leads to a path of this site");
  for (let from = 0; from < news.length; from += AT_ONCE) {
    await db
      .insert(notifications)
      .values(news.slice(from, from + AT_ONCE))
      .onConflictDoNothing();
  }
  await hint(
    db,
    news.map(({ personId }) => topicOfPerson(personId)),
  );
}

/** Marks as read what these people were told of an occasion, because it no longer asks anything of them. */
export async function settle(
  db: Pick<Database, "update" | "execute">,
  occasion: string,
  personIds: string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await db
    .update(notifications)
    .set({ readAt: new Date() })
    .where(
      and(
        inArray(notifications.personId, personIds),
        eq(notifications.occasion, occasion),
        isNull(notifications.readAt),
      ),
    );
  await hint(db, personIds.map(topicOfPerson));
}
