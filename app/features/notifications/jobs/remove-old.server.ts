import { and, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { notificationMails, notifications } from "~db/schema";

/**
 * Removes notifications half a year after they were read, and unread ones after two years; and what is kept of their
 * mails after a quarter of a year. Run by the schedule.
 */
export async function removeOldNotifications(db: Database): Promise<void> {
  const { readAt, createdAt } = notifications;
  await db
    .delete(notifications)
    .where(
      or(
        and(isNotNull(readAt), lt(readAt, sql`now() - interval '180 days'`)),
        lt(createdAt, sql`now() - interval '2 years'`),
      ),
    );
  await db.delete(notificationMails).where(lt(notificationMails.createdAt, sql`now() - interval '90 days'`));
}
