import { and, eq, isNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { memberships } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { closeAppointment } from "../appointments.server";
import { forgetAtlas } from "../atlas.server";
import type { NetworksFact } from "../facts";
import { networkToStaff, signedIn } from "../locks.server";
import { coordinatorsOf } from "../queries.server";
import { dayOf, whyNeeded } from "../term";
import { settleLead } from "../vacancy.server";

/**
 * Ends the actor's membership, and with it an appointment as deputy. Leaving twice is harmless.
 * @throws NotFound, NotAllowed for a visitor, RuleBroken for the lead and for the last coordinator: they name a
 *   successor first
 */
export async function leaveNetwork(
  services: Services,
  actor: Actor,
  { slug }: { slug: string },
  now = new Date(),
): Promise<void> {
  const person = signedIn(actor);
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    const rule = whyNeeded(await coordinatorsOf(tx, network.id, today), person.id);
    if (rule) throw new RuleBroken(`networks_leave_${rule}`, { network: network.name });
    const ofThisPerson = { networkId: network.id, personId: person.id };
    const left = await tx
      .update(memberships)
      .set({ leftAt: now })
      .where(
        and(
          eq(memberships.networkId, network.id),
          eq(memberships.personId, person.id),
          isNull(memberships.leftAt),
        ),
      )
      .returning({ id: memberships.id });
    if (left.length === 0) return;
    await closeAppointment(tx, actor, ofThisPerson, now);
    await settleLead(tx, actor, network.id, now);
    await audit(tx, actor, {
      act: "member left",
      subjectType: "network",
      subjectId: network.id,
      details: { personId: person.id },
    });
    await announce<NetworksFact>(tx, { kind: "networks.member-left", ...ofThisPerson });
  });
  forgetAtlas(services.db);
}
