import { and, eq, gt } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { announcements } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { type AnnouncementInput, MOST_A_DAY } from "../announcing";
import type { NetworksFact } from "../facts";
import { networkToAnnounce } from "../locks.server";
import { mayAnnounce } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

const DAY_MS = 86_400_000;

/**
 * Posts an announcement, which reaches every member by the channel they chose. The same words again within a day are
 * the same form sent twice: nothing happens. What was taken back counts towards the two a day, for it was mailed.
 * @returns the announcement's id
 * @throws NotFound, NotAllowed for who does not coordinate the network now, RuleBroken after two within 24 hours
 */
export async function postAnnouncement(
  services: Services,
  actor: Actor,
  { slug, title, body }: AnnouncementInput & { slug: string },
  now = new Date(),
): Promise<string> {
  return transaction(services.db, async (tx) => {
    const network = await networkToAnnounce(tx, slug);
    const standing = await standingOf(tx, actor, network.id);
    if (!mayAnnounce(actor, standing, dayOf(now))) throw new NotAllowed();
    const recent = await tx
      .select()
      .from(announcements)
      .where(
        and(
          eq(announcements.networkId, network.id),
          gt(announcements.createdAt, new Date(now.getTime() - DAY_MS)),
        ),
      );
    const same = recent.find((one) => one.title === title && one.body === body && one.takenBackAt === null);
    if (same) return same.id;
    if (recent.length >= MOST_A_DAY) throw new RuleBroken("networks_announce_most", { most: MOST_A_DAY });
    const [row] = await tx
      .insert(announcements)
      .values({ networkId: network.id, authorId: actorId(actor), title, body, createdAt: now })
      .returning({ id: announcements.id });
    const announcementId = row!.id;
    await audit(tx, actor, {
      act: "announcement posted",
      subjectType: "network",
      subjectId: network.id,
      details: { announcementId },
    });
    await announce<NetworksFact>(tx, { kind: "networks.announced", networkId: network.id, announcementId });
    return announcementId;
  });
}
