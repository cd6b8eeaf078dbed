import { describe, expect, it } from "vitest";
import { coordinatorsOf, isCoordinator, isMember } from "~/features/networks/index.server";
import { appointCoordinator } from "~/features/networks/operations/appoint-coordinator.server";
import { endAppointment } from "~/features/networks/operations/end-appointment.server";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";

import { dayOf } from "~/features/networks/term";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { type Person, visitor } from "~/platform/services/actor";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services } = await house();
const { db } = services;
const today = dayOf(new Date());

const dutiesIn = async (networkId: string, on = today) =>
  Object.fromEntries((await coordinatorsOf(db, networkId, on)).map(({ personId, duty }) => [personId, duty]));

const appoint = (
  actor: Parameters<typeof appointCoordinator>[1],
  slug: string,
  person: Person,
  wanted: Partial<Parameters<typeof appointCoordinator>[2]> = {},
) =>
  appointCoordinator(services, actor, {
    slug,
    personId: person.id,
    duty: "deputy",
    endsOn: dayFromNow(100),
    formerLead: "deputy",
    ...wanted,
  });

async function staffed() {
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  const deputy = await makeCoordinator(services, network.slug, { duty: "deputy" });
  const member = await makeMember(services, network.slug);
  return { network, lead, deputy, member };
}

describe("appointing", () => {
  it("a deputy, by the lead, until the last day of the term", async () => {
    const { network, lead, member } = await staffed();
    await appoint(lead, network.slug, member);
    expect(await isCoordinator(db, member.id, network.id, dayFromNow(100))).toBe(true);
    expect(await isCoordinator(db, member.id, network.id, dayFromNow(101))).toBe(false);
  });

  it("a new lead makes the former one a deputy for the rest of the term", async () => {
    const { network, lead, deputy, member } = await staffed();
    await appoint(lead, network.slug, member, { duty: "lead" });
    expect(await dutiesIn(network.id)).toEqual({
      [member.id]: "lead",
      [lead.id]: "deputy",
      [deputy.id]: "deputy",
    });
    expect(await dutiesIn(network.id, dayFromNow(365))).toHaveProperty(lead.id, "deputy");
  });

  it("or a member like the others", async () => {
    const { network, lead, deputy } = await staffed();
    await appoint(lead, network.slug, deputy, { duty: "lead", formerLead: "member" });
    expect(await dutiesIn(network.id)).toEqual({ [deputy.id]: "lead" });
    expect(await isMember(db, lead.id, network.id)).toBe(true);
  });

  it("two leads at once leaves one", async () => {
    const { network, deputy, member } = await staffed();
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await Promise.all(
      [deputy, member].map((person) => appoint(administrator, network.slug, person, { duty: "lead" })),
    );
    const duties = Object.values(await dutiesIn(network.id));
    expect(duties.filter((duty) => duty === "lead")).toHaveLength(1);
  });

  it("anew after a term that ran out", async () => {
    const { network, lead, member } = await staffed();
    const later = new Date(Date.now() + 500 * 86_400_000);
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    for (const person of [lead, member]) {
      await appointCoordinator(
        services,
        administrator,
        {
          slug: network.slug,
          personId: person.id,
          duty: "lead",
          endsOn: dayFromNow(700),
          formerLead: "member",
        },
        later,
      );
    }
    expect(await dutiesIn(network.id, dayOf(later))).toEqual({ [member.id]: "lead" });
  });

  it("is refused to everybody but administrators and the lead", async () => {
    const { network, deputy, member } = await staffed();
    const elsewhere = await makeCoordinator(services, (await makeNetwork(services)).slug);
    for (const actor of [visitor, deputy, member, elsewhere]) {
      await expect(appoint(actor, network.slug, member)).rejects.toThrow(NotAllowed);
    }
  });

  it("is refused to a lead whose term is over", async () => {
    const { network, lead, member } = await staffed();
    const later = new Date(Date.now() + 366 * 86_400_000);
    await expect(
      appointCoordinator(
        services,
        lead,
        {
          slug: network.slug,
          personId: member.id,
          duty: "deputy",
          endsOn: dayFromNow(400),
          formerLead: "deputy",
        },
        later,
      ),
    ).rejects.toThrow(NotAllowed);
  });

  it("keeps the rules: members only, a term within bounds, nobody lengthens their own", async () => {
    const { network, lead, member } = await staffed();
    const stranger = await makePerson(services);
    const broken = (code: string) => ({ code });
    await expect(appoint(lead, network.slug, stranger)).rejects.toMatchObject(
      broken("networks_appoint_not_member"),
    );
    await expect(appoint(lead, network.slug, member, { endsOn: dayFromNow(-1) })).rejects.toMatchObject(
      broken("networks_ends_on_past"),
    );
    await expect(appoint(lead, network.slug, member, { endsOn: dayFromNow(1_200) })).rejects.toMatchObject(
      broken("networks_ends_on_late"),
    );
    await expect(appoint(lead, network.slug, lead, { duty: "lead" })).rejects.toMatchObject(
      broken("networks_appoint_not_yourself"),
    );
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await expect(appoint(administrator, network.slug, lead)).rejects.toMatchObject(
      broken("networks_appoint_lead_first"),
    );
  });
});

describe("ending an appointment", () => {
  const end = async (
    actor: Parameters<typeof endAppointment>[1],
    network: { id: string; slug: string },
    whose: Person,
  ) => {
    const coordinator = (await coordinatorsOf(db, network.id, today)).find(
      ({ personId }) => personId === whose.id,
    );
    return endAppointment(services, actor, { slug: network.slug, appointmentId: coordinator!.appointmentId });
  };

  it("the lead ends a deputy's, a deputy their own", async () => {
    const { network, lead, deputy, member } = await staffed();
    await appoint(lead, network.slug, member);
    await end(lead, network, deputy);
    await end(member, network, member);
    expect(await dutiesIn(network.id)).toEqual({ [lead.id]: "lead" });
  });

  it("nobody else may", async () => {
    const { network, lead, deputy, member } = await staffed();
    for (const actor of [visitor, member, deputy]) {
      await expect(end(actor, network, lead)).rejects.toThrow(NotAllowed);
    }
  });

  it("the lead hands over instead; the last coordinator needs a successor; an administrator may end any", async () => {
    const { network, lead, deputy } = await staffed();
    await expect(end(lead, network, lead)).rejects.toMatchObject({ code: "networks_end_lead" });
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await end(administrator, network, lead);
    await expect(end(deputy, network, deputy)).rejects.toMatchObject({ code: "networks_end_last" });
  });

  it("twice is said plainly", async () => {
    const { network, lead, deputy } = await staffed();
    const [coordinator] = (await coordinatorsOf(db, network.id, today)).filter(
      ({ personId }) => personId === deputy.id,
    );
    const again = () =>
      endAppointment(services, lead, { slug: network.slug, appointmentId: coordinator!.appointmentId });
    await again();
    await expect(again()).rejects.toThrow(Conflict);
  });
});

describe("leaving", () => {
  it("ends the membership, and a deputy's appointment with it; twice is harmless", async () => {
    const { network, deputy } = await staffed();
    await leaveNetwork(services, deputy, network);
    await leaveNetwork(services, deputy, network);
    expect(await isMember(db, deputy.id, network.id)).toBe(false);
    expect(await isCoordinator(db, deputy.id, network.id, today)).toBe(false);
  });

  it("is refused to a visitor", async () => {
    await expect(leaveNetwork(services, visitor, await makeNetwork(services))).rejects.toThrow(NotAllowed);
  });

  it("asks the lead to hand over first, and a last coordinator for a successor", async () => {
    const { network, lead } = await staffed();
    await expect(leaveNetwork(services, lead, network)).rejects.toMatchObject({
      code: "networks_leave_lead",
    });
    const other = await makeNetwork(services);
    const only = await makeCoordinator(services, other.slug, { duty: "deputy" });
    await expect(leaveNetwork(services, only, other)).rejects.toMatchObject({ code: "networks_leave_last" });
  });

  it("of two last deputies at once, one stays", async () => {
    const network = await makeNetwork(services);
    const deputies = [
      await makeCoordinator(services, network.slug, { duty: "deputy" }),
      await makeCoordinator(services, network.slug, { duty: "deputy" }),
    ];
    const outcomes = await Promise.allSettled(
      deputies.map((deputy) => leaveNetwork(services, deputy, network)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toBeInstanceOf(RuleBroken);
    expect(await coordinatorsOf(db, network.id, today)).toHaveLength(1);
  });

  it("a lead whose term is over goes like anybody", async () => {
    const { network, lead } = await staffed();
    await leaveNetwork(services, lead, network, new Date(Date.now() + 366 * 86_400_000));
    expect(await isMember(db, lead.id, network.id)).toBe(false);
  });
});
