import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { appointCoordinator } from "~/features/networks/operations/appoint-coordinator.server";
import { endAppointment } from "~/features/networks/operations/end-appointment.server";
import { remindCoordinators } from "~/features/networks/operations/remind-coordinators.server";
import { settleLeads } from "~/features/networks/operations/settle-leads.server";
import { coordinatorsOf } from "~/features/networks/queries.server";
import { kinds } from "~/features/notifications/kinds";
import { tellOfLeadChange, tellOfVacancy } from "~/features/notifications/reactions/appointments.server";
import { type Person, system } from "~/platform/services/actor";
import { coordinators, networks, notifications, people } from "~db/schema";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services, runJobs } = await house();
const { db } = services;
const DAY_MS = 86_400_000;

const kindsTold = async ({ id }: Person) =>
  (await db.select().from(notifications).where(eq(notifications.personId, id)))
    .map(({ kind }) => kind)
    .sort();
const told = async (person: Person, kind: string) =>
  (await kindsTold(person)).filter((each) => each === kind).length;
const vacantSince = async (networkId: string) =>
  (await db.select().from(networks).where(eq(networks.id, networkId)))[0]!.leadVacantSince;

/** Lets an appointment have been made a year ago and end so many days from now. */
const endsIn = ({ id }: Person, days: number) =>
  db
    .update(coordinators)
    .set({ startsOn: dayFromNow(-400), endsOn: dayFromNow(days) })
    .where(eq(coordinators.personId, id));

async function staffed() {
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  const deputy = await makeCoordinator(services, network.slug, { duty: "deputy" });
  await runJobs();
  return { network, lead, deputy };
}

describe("reminders", () => {
  it("come thirty and seven days before, once each, to the lead and to the deputies", async () => {
    const { lead, deputy } = await staffed();
    await endsIn(lead, 31);
    await remindCoordinators(services);
    await runJobs();
    expect(await told(lead, "networks.term-ending")).toBe(0);
    await endsIn(lead, 30);
    // A doubled run, at the same moment and later.
    await Promise.all([remindCoordinators(services), remindCoordinators(services)]);
    await remindCoordinators(services);
    await runJobs();
    for (const person of [lead, deputy]) expect(await told(person, "networks.term-ending")).toBe(1);
    await endsIn(lead, 7);
    await remindCoordinators(services);
    await remindCoordinators(services);
    await runJobs();
    for (const person of [lead, deputy]) expect(await told(person, "networks.term-ending")).toBe(2);
    await endsIn(deputy, 3);
    await remindCoordinators(services);
    await runJobs();
    expect(await told(deputy, "networks.term-ending")).toBe(3);
    expect(await told(lead, "networks.term-ending")).toBe(2);
  });

  it("reach everybody whose term ends on one day, however few a run takes", async () => {
    const leads = [(await staffed()).lead, (await staffed()).lead, (await staffed()).lead];
    for (const lead of leads) await endsIn(lead, 29);
    for (const _ of leads) await remindCoordinators(services, new Date(), 1);
    await runJobs();
    for (const lead of leads) expect(await told(lead, "networks.term-ending")).toBe(1);
  });

  it("that broke off before they were announced come with the next run; what was announced is kept by the queue", async () => {
    const { lead } = await staffed();
    await endsIn(lead, 20);
    const broken = Object.assign(Object.create(db), {
      $client: {
        connect: async () => {
          const client = await db.$client.connect();
          return new Proxy(client, {
            get: (target, name) => {
              if (name !== "query") return Reflect.get(target, name, target);
              return (...args: [{ text?: string } | string]) => {
                const text = typeof args[0] === "string" ? args[0] : (args[0].text ?? "");
                if (text.includes("add_job")) throw new Error("killed");
                return (target.query as (...all: unknown[]) => unknown).apply(target, args);
              };
            },
          });
        },
      },
    });
    await expect(remindCoordinators({ db: broken })).rejects.toThrow();
    await remindCoordinators(services);
    await runJobs();
    expect(await told(lead, "networks.term-ending")).toBe(1);
  });
});

describe("a network without a lead", () => {
  it("is marked when the term ends, told once to deputies and administrators, and cleared by the next lead", async () => {
    const { network, lead, deputy } = await staffed();
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    expect(await vacantSince(network.id)).toBeNull();
    await endsIn(lead, -1);
    await Promise.all([settleLeads(services), settleLeads(services)]);
    await settleLeads(services);
    await runJobs();
    await tellOfVacancy(services, { networkId: network.id });
    expect(await vacantSince(network.id)).not.toBeNull();
    for (const person of [deputy, administrator]) expect(await told(person, "networks.lead-vacant")).toBe(1);
    const successor = await makeMember(services, network.slug);
    await appointCoordinator(services, administrator, {
      ...{ slug: network.slug, personId: successor.id, duty: "lead", endsOn: dayFromNow(200) },
      formerLead: "member",
    });
    expect(await vacantSince(network.id)).toBeNull();
    await runJobs();
    expect(await told(deputy, "networks.lead-changed")).toBe(1);
  });

  it("is marked when an administrator ends the appointment, and when the lead's account goes", async () => {
    const one = await staffed();
    const [lead] = await coordinatorsOf(db, one.network.id, dayFromNow(0));
    await endAppointment(services, system, {
      ...{ slug: one.network.slug, appointmentId: lead!.appointmentId },
    });
    expect(await vacantSince(one.network.id)).not.toBeNull();
    const other = await staffed();
    await db.delete(people).where(eq(people.id, other.lead.id));
    await settleLeads(services);
    expect(await vacantSince(other.network.id)).not.toBeNull();
  });

  it("is marked from its founding on, without news", async () => {
    await makePerson(services, { siteRoles: ["administrator"] });
    const { id } = await makeNetwork(services);
    await settleLeads(services, new Date(Date.now() + DAY_MS));
    await runJobs();
    expect(await vacantSince(id)).not.toBeNull();
    expect(await db.$count(notifications, eq(notifications.networkId, id))).toBe(0);
  });
});

describe("a hand-over", () => {
  it("is told to every other member once, gathered with other news", async () => {
    const { network, lead, deputy } = await staffed();
    const member = await makeMember(services, network.slug);
    const successor = await makeMember(services, network.slug);
    await appointCoordinator(services, lead, {
      ...{ slug: network.slug, personId: successor.id, duty: "lead", endsOn: dayFromNow(200) },
      formerLead: "deputy",
    });
    await runJobs();
    const [appointment] = await db.select().from(coordinators).where(eq(coordinators.personId, successor.id));
    await tellOfLeadChange(services, { appointmentId: appointment!.id, formerId: lead.id });
    for (const person of [member, deputy]) expect(await told(person, "networks.lead-changed")).toBe(1);
    for (const person of [lead, successor]) expect(await told(person, "networks.lead-changed")).toBe(0);
    expect(kinds["networks.lead-changed"]!.usual).toBe("weekly");
  });
});
