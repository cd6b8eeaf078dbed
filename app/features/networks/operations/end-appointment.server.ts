import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { type Actor, isAdministrator } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { closeAppointment } from "../appointments.server";
import { networkToStaff } from "../locks.server";
import { mayCoordinate, mayEndAppointment } from "../permissions";
import { coordinatorsOf, standingOf } from "../queries.server";
import { dayOf, whyNeeded } from "../term";
import { settleLead } from "../vacancy.server";

/**
 * Ends an appointment before its term: an administrator or the lead somebody's, a deputy their own. They stay a member.
 * @throws NotFound, NotAllowed, Conflict when it has ended, RuleBroken where nobody would be left in charge
 */
export async function endAppointment(
  services: Services,
  actor: Actor,
  { slug, appointmentId }: { slug: string; appointmentId: string },
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    const standing = await standingOf(tx, actor, network.id);
    // Ids of appointments are no secret, but who may not coordinate learns nothing of them either.
    if (!mayCoordinate(actor, standing, today)) throw new NotAllowed();
    const current = await coordinatorsOf(tx, network.id, today);
    const appointment = current.find((coordinator) => coordinator.appointmentId === appointmentId);
    if (!appointment) throw new Conflict("networks_appointment_already_ended");
    if (!mayEndAppointment(actor, standing, today, appointment.personId)) throw new NotAllowed();
    const rule = isAdministrator(actor) ? null : whyNeeded(current, appointment.personId);
    if (rule) throw new RuleBroken(`networks_end_${rule}`);
    await closeAppointment(tx, actor, { networkId: network.id, personId: appointment.personId }, now);
    await settleLead(tx, actor, network.id, now);
  });
}
