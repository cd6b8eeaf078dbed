import { and, count, eq, isNull } from "drizzle-orm";
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
