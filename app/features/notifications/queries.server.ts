import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { notifications } from "~db/schema";

/** How many notifications the person has not read. */
export async function countUnread(db: Reader, personId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)));
  return row?.unread ?? 0;
}

/** How many notifications the person has. */
export const countAll = (db: Reader, personId: string): Promise<number> =>
  db.$count(notifications, eq(notifications.personId, personId));

const columns = {
  id: notifications.id,
  kind: notifications.kind,
  details: notifications.details,
  path: notifications.path,
  createdAt: notifications.createdAt,
  readAt: notifications.readAt,
};

/**
 * A person's own notifications, newest first.
 * @param wanted.page from 1
 */
export function notificationsOf(
  db: Reader,
  personId: string,
  { page, perPage, unreadOnly = false }: { page: number; perPage: number; unreadOnly?: boolean },
) {
  return db
    .select(columns)
    .from(notifications)
    .where(and(eq(notifications.personId, personId), unreadOnly ? isNull(notifications.readAt) : undefined))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
}
