import { eq } from "drizzle-orm";
import { NotFound, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { invitations, invitationUses } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { addMember, refuseTooManyJoins, settleWaitingRequest } from "../adding.server";
import { forgetAtlas } from "../atlas.server";
import { stateOf } from "../invitation";
import { invitationByCode } from "../invitations.server";
import { networkToJoin, signedIn } from "../locks.server";
import { standingOf } from "../queries.server";

/**
 * Makes the actor a member by an invitation, whatever the join policy. Who is a member already uses nothing up, so
 * joining twice is harmless.
 * @returns the network's address
 * @throws NotFound for a code that never was, NotAllowed for a visitor, RuleBroken where it is no longer valid, TooFast
 */
export async function joinByInvitation(
  services: Services,
  actor: Actor,
  { code }: { code: string },
  now = new Date(),
): Promise<{ slug: string }> {
  const person = signedIn(actor);
  const slug = await transaction(services.db, async (tx) => {
    const found = await invitationByCode(tx, code);
    if (!found) throw new NotFound();
    const { id: networkId, slug, state } = await networkToJoin(tx, found.network.slug);
    // Locked: of fifty people at once, each finds as many places as the one before left.
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.id, found.id))
      .for("update");
    if (!invitation) throw new NotFound();
    // Waits for a coordinator who is admitting them at this moment; then they are a member already.
    await settleWaitingRequest(tx, networkId, person.id, now);
    const standing = await standingOf(tx, person, networkId);
    if (standing.member) return slug;
    if (state === "closed" || stateOf(invitation, now) !== "valid")
      throw new RuleBroken("networks_invitation_over");
    await refuseTooManyJoins(tx, person, now);
    const invitationId = invitation.id;
    const used = await tx
      .insert(invitationUses)
      .values({ invitationId, personId: person.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ personId: invitationUses.personId });
    // Who left and comes back by the same link has their place already.
    if (used.length > 0) {
      await tx
        .update(invitations)
        .set({ uses: invitation.uses + 1 })
        .where(eq(invitations.id, invitationId));
    }
    await addMember(tx, person, networkId, person.id, { invitationId });
    return slug;
  });
  forgetAtlas(services.db);
  return { slug };
}
