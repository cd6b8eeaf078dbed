import { and, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { announcements } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { NetworksFact } from "../facts";
import { isId } from "../ids";
import { networkToAnnounce } from "../locks.server";
import { mayAnnounce, maySeeAnnouncements } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Takes an announcement back from the site, and from mails that have not gone out; those that have stay. Twice is
 * harmless.
 * @throws NotFound, also for who is no member, NotAllowed for who does not coordinate the network now
 */
export async function takeBackAnnouncement(
  services: Services,
  actor: Actor,
  { slug, announcementId }: { slug: string; announcementId: string },
  now = new Date(),
): Promise<void> {
  if (!isId(announcementId)) throw new NotFound();
  await transaction(services.db, async (tx) => {
    const network = await networkToAnnounce(tx, slug);
    const standing = await standingOf(tx, actor, network.id);
    if (!mayAnnounce(actor, standing, dayOf(now)))
      throw maySeeAnnouncements(actor, standing) || actor.kind === "visitor"
        ? new NotAllowed()
        : new NotFound();
    const [announcement] = await tx
      .select({ takenBackAt: announcements.takenBackAt })
      .from(announcements)
      .where(and(eq(announcements.id, announcementId), eq(announcements.networkId, network.id)));
    if (!announcement) throw new NotFound();
    if (announcement.takenBackAt) return;
    await tx.update(announcements).set({ takenBackAt: now }).where(eq(announcements.id, announcementId));
    await audit(tx, actor, {
      act: "announcement taken back",
      subjectType: "network",
      subjectId: network.id,
      details: { announcementId },
    });
    await announce<NetworksFact>(tx, {
      kind: "networks.announcement-taken-back",
      networkId: network.id,
      announcementId,
    });
  });
}
