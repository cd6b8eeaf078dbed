import type { Reader } from "~db/client.server";
import type { NotificationRowData } from "./components/notification-row";
import { wordsOf } from "./kinds";
import { notificationsOf } from "./queries.server";

type Row = Awaited<ReturnType<typeof notificationsOf>>[number];

/** A notification as a page shows it, in the reader's language. */
export const rowOf = ({ id, kind, details, path, createdAt, readAt }: Row): NotificationRowData => ({
  id,
  path,
  createdAt,
  unread: readAt === null,
  ...wordsOf(kind, details),
});

/**
 * What a person has not read yet, newest first.
 * @param most how many at most
 */
export async function unreadOf(db: Reader, personId: string, most: number): Promise<NotificationRowData[]> {
  const rows = await notificationsOf(db, personId, { page: 1, perPage: most, unreadOnly: true });
  return rows.map(rowOf);
}
