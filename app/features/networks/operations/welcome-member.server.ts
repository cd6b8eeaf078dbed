import { and, eq, isNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { memberships } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { NetworksFact } from "../facts";
import { isId } from "../ids";
import { networkToJoin } from "../locks.server";
import { mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Welcomes a member: with words, which are news for them, or null for who was welcomed in person. Of two coordinators
 * who welcome at once the second learns that it is done; the same one twice has no second effect.
 * @throws NotFound, NotAllowed for who does not coordinate the network now, Conflict when another has welcomed them
 */
export async function welcomeMember(
  services: Services,
  actor: Actor,
  { slug, membershipId, words }: { slug: string; membershipId: string; words: string | null },
  now = new Date(),
): Promise<void> {
  if (!isId(membershipId)) throw new NotFound();
  await transaction(services.db, async (tx) => {
    const network = await networkToJoin(tx, slug);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), dayOf(now))) throw new NotAllowed();
    const [membership] = await tx
      .select()
      .from(memberships)
      .where(
        and(
          eq(memberships.id, membershipId),
          eq(memberships.networkId, network.id),
          isNull(memberships.leftAt),
        ),
      )
      .for("update");
    if (!membership) throw new NotFound();
    if (membership.welcomedAt !== null) {
      if (membership.welcomedBy === actorId(actor)) return;
      throw new Conflict("networks_welcome_done_already");
    }
    await tx
      .update(memberships)
      .set({ welcomedAt: now, welcomedBy: actorId(actor), welcomeWords: words })
      .where(eq(memberships.id, membershipId));
    await audit(tx, actor, {
      act: "member welcomed",
      subjectType: "person",
      subjectId: membership.personId,
      details: { networkId: network.id, inPerson: words === null },
    });
    await announce<NetworksFact>(tx, {
      kind: "networks.member-welcomed",
      networkId: network.id,
      membershipId,
    });
  });
}
