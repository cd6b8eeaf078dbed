import { and, eq, isNull } from "drizzle-orm";
import { NotAllowed } from "~/platform/errors/errors";
import { hint, topicOfPerson } from "~/platform/live/hint.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { notifications } from "~db/schema";
import { transaction } from "~db/transaction.server";

/**
 * Marks the actor's own notifications as read, one or all of them. Somebody else's are never touched; what is read or
 * not there stays as it is.
 * @param input.id one notification; all of them without it
 * @throws NotAllowed for a visitor
 */
export async function markRead(
  services: Services,
  actor: Actor,
  { id }: { id?: string | undefined } = {},
  now = new Date(),
): Promise<void> {
  if (actor.kind !== "person") throw new NotAllowed();
  await transaction(services.db, async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(
        and(
          eq(notifications.personId, actor.id),
          isNull(notifications.readAt),
          id === undefined ? undefined : eq(notifications.id, id),
        ),
      );
    // The number beside the initials, in other tabs and on other devices.
    await hint(tx, [topicOfPerson(actor.id)]);
  });
}
