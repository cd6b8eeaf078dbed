import { and, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { invitations } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { isId } from "../ids";
import { mayCoordinate } from "../permissions";
import { networkBySlug, standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Revokes a link: it lets nobody in from now on. Revoking twice is harmless.
 * @throws NotFound, also for a link of another network, NotAllowed for who does not coordinate this one now
 */
export async function revokeInvitation(
  services: Services,
  actor: Actor,
  { slug, invitationId }: { slug: string; invitationId: string },
  now = new Date(),
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const network = await networkBySlug(tx, slug);
    if (!network) throw new NotFound();
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), dayOf(now))) throw new NotAllowed();
    if (!isId(invitationId)) throw new NotFound();
    // Waits for who is joining by it at this moment; who comes later finds it revoked.
    const [invitation] = await tx
      .select({ revokedAt: invitations.revokedAt })
      .from(invitations)
      .where(and(eq(invitations.id, invitationId), eq(invitations.networkId, network.id)))
      .for("update");
    if (!invitation) throw new NotFound();
    if (invitation.revokedAt) return;
    await tx.update(invitations).set({ revokedAt: now }).where(eq(invitations.id, invitationId));
    await audit(tx, actor, {
      act: "invitation revoked",
      subjectType: "network",
      subjectId: network.id,
      details: { invitationId },
    });
  });
}
