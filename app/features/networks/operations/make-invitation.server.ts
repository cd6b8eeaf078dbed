import { and, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { invitations } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { MOST_INVITATIONS } from "../invitation";
import type { InvitationInput } from "../invitation-form";
import { addCode, isValid } from "../invitations.server";
import { networkToStaff } from "../locks.server";
import { mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

const DAY_MS = 86_400_000;

/**
 * Makes a link that lets people into a network, whatever its join policy.
 * @returns its id, and its code, which is kept nowhere
 * @throws NotFound, NotAllowed for who does not coordinate this network now, Conflict when this form was sent already,
 *   RuleBroken where too many links are open
 */
export async function makeInvitation(
  services: Services,
  actor: Actor,
  { slug, ...input }: InvitationInput & { slug: string },
  now = new Date(),
): Promise<{ id: string; code: string }> {
  const today = dayOf(now);
  return transaction(services.db, async (tx) => {
    // One after the other, so that the limit holds.
    const network = await networkToStaff(tx, slug, today);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), today)) throw new NotAllowed();
    if (network.state === "closed") throw new RuleBroken("networks_no_invitations");
    const open = await tx.$count(
      invitations,
      and(eq(invitations.networkId, network.id), eq(invitations.kind, "link"), isValid(now)),
    );
    if (open >= MOST_INVITATIONS)
      throw new RuleBroken("networks_invitations_many", { most: MOST_INVITATIONS });
    const { formKey, note, days, usesLimit } = input;
    const [made] = await tx
      .insert(invitations)
      .values({
        ...{ networkId: network.id, kind: "link" as const, formKey, note, usesLimit },
        expiresAt: new Date(now.getTime() + days * DAY_MS),
        madeBy: actorId(actor),
      })
      .onConflictDoNothing({ target: invitations.formKey })
      .returning({ id: invitations.id });
    if (!made) throw new Conflict("networks_invitation_made_already");
    await audit(tx, actor, {
      act: "invitation made",
      subjectType: "network",
      subjectId: network.id,
      details: { invitationId: made.id, days, usesLimit },
    });
    return { id: made.id, code: await addCode(tx, made.id) };
  });
}
