import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { type Actor, isAdministrator } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { type AppointInput, MOST_COORDINATORS } from "../appointing";
import { closeAppointment, latestLead, writeAppointment } from "../appointments.server";
import type { NetworksFact } from "../facts";
import { networkToStaff } from "../locks.server";
import { mayAppoint } from "../permissions";
import { coordinatorsOf, isMember, standingOf } from "../queries.server";
import { dayOf, LONGEST_TERM_YEARS, latestEnd } from "../term";
import { settleLead } from "../vacancy.server";

/**
 * Appoints a member as coordinator from today, or anew for another term. Appointing a lead where there is one is the
 * hand-over: the former lead becomes a deputy for the rest of their term, or a member like the others. Both are told,
 * and the members where somebody else led before.
 * @throws NotFound, NotAllowed for who is neither administrator nor the lead, RuleBroken
 */
export async function appointCoordinator(
  services: Services,
  actor: Actor,
  { slug, personId, duty, endsOn, formerLead }: AppointInput & { slug: string },
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    if (!mayAppoint(actor, await standingOf(tx, actor, network.id), today)) throw new NotAllowed();
    if (endsOn < today) throw new RuleBroken("networks_ends_on_past", {}, "endsOn");
    if (endsOn > latestEnd(today)) {
      throw new RuleBroken("networks_ends_on_late", { years: LONGEST_TERM_YEARS }, "endsOn");
    }
    // A lead who lengthened their own term would never have to be appointed again.
    if (!isAdministrator(actor) && actor.kind === "person" && actor.id === personId) {
      throw new RuleBroken("networks_appoint_not_yourself", {}, "personId");
    }
    if (!(await isMember(tx, personId, network.id))) {
      throw new RuleBroken("networks_appoint_not_member", {}, "personId");
    }
    const current = await coordinatorsOf(tx, network.id, today);
    if (
      current.length >= MOST_COORDINATORS &&
      !current.some((coordinator) => coordinator.personId === personId)
    ) {
      throw new RuleBroken("networks_appoint_many", { most: MOST_COORDINATORS }, "personId");
    }
    const lead = current.find((coordinator) => coordinator.duty === "lead");
    if (duty === "deputy" && lead?.personId === personId) {
      throw new RuleBroken("networks_appoint_lead_first", {}, "duty");
    }
    const networkId = network.id;
    const former = await latestLead(tx, networkId);
    await closeAppointment(tx, actor, { networkId, personId }, now, { replaced: true });
    if (duty === "lead" && lead && lead.personId !== personId) {
      const staysDeputy = formerLead === "deputy";
      await closeAppointment(tx, actor, { networkId, personId: lead.personId }, now, {
        replaced: staysDeputy,
      });
      if (staysDeputy) {
        const { personId: formerId, endsOn: until } = lead;
        await writeAppointment(tx, actor, {
          networkId,
          personId: formerId,
          duty: "deputy",
          startsOn: today,
          endsOn: until,
        });
      }
    }
    const term = { startsOn: today, endsOn };
    const appointmentId = await writeAppointment(tx, actor, { networkId, personId, duty, ...term });
    await settleLead(tx, actor, networkId, now);
    if (duty === "lead" && former && former !== personId) {
      // Who handed over has news of their own; whose term had run out hears of it as every member does.
      const changed = { networkId, appointmentId, formerId: lead?.personId ?? "" };
      await announce<NetworksFact>(tx, { kind: "networks.lead-changed", ...changed });
    }
  });
}
