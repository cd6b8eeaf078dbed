import { and, eq, isNotNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { invitations } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { NetworksFact } from "../facts";
import { isId } from "../ids";
import { askedNow, isRecent, refuseTooManyLetters } from "../letters.server";
import { networkToStaff } from "../locks.server";
import { mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Sends another letter to an address that was invited and did not come; it works for thirty days from now.
 * @throws NotFound, also for a letter of another network and for who wants none, NotAllowed for who does not coordinate
 *   this one now, Conflict for who came meanwhile, RuleBroken within a day of the last letter or where it would be too many
 */
export async function inviteAgain(
  services: Services,
  actor: Actor,
  { slug, invitationId }: { slug: string; invitationId: string },
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), today)) throw new NotAllowed();
    if (network.state === "closed") throw new RuleBroken("networks_no_invitations");
    if (!isId(invitationId)) throw new NotFound();
    const [letter] = await tx
      .select({ uses: invitations.uses, invitedAt: invitations.invitedAt })
      .from(invitations)
      .where(
        and(
          eq(invitations.id, invitationId),
          eq(invitations.networkId, network.id),
          eq(invitations.kind, "letter"),
          isNotNull(invitations.email),
        ),
      )
      .for("update");
    if (!letter) throw new NotFound();
    if (letter.uses > 0) throw new Conflict("networks_letter_came");
    if (isRecent(letter.invitedAt, now)) throw new RuleBroken("networks_letter_today");
    await refuseTooManyLetters(tx, network.id, 1, now);
    await tx
      .update(invitations)
      .set(askedNow(actorId(actor), now))
      .where(eq(invitations.id, invitationId));
    await audit(tx, actor, {
      act: "people invited",
      subjectType: "network",
      subjectId: network.id,
      details: { letters: [invitationId] },
    });
    await announce<NetworksFact>(tx, { kind: "networks.letter-wanted", networkId: network.id, invitationId });
  });
}
