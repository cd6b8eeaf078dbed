import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { VerifiedPerson } from "~/features/accounts/index.server";
import { admitRequest } from "~/features/networks/operations/admit-request.server";
import { appointCoordinator } from "~/features/networks/operations/appoint-coordinator.server";
import { declineRequest } from "~/features/networks/operations/decline-request.server";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";
import { requestToJoin } from "~/features/networks/operations/request-to-join.server";
import { withdrawRequest } from "~/features/networks/operations/withdraw-request.server";
import { wordsOf } from "~/features/notifications/kinds";
import { tellOfDecision, tellOfRequest } from "~/features/notifications/reactions/networks.server";
import { joinRequests, networks, notifications, people } from "~db/schema";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { newsGoesOut } from "../../support/news";

const at = await house();
const { services, runJobs, mails } = at;
const { db } = services;

const toldTo = (personId: string) =>
  db
    .select()
    .from(notifications)
    .where(eq(notifications.personId, personId))
    .orderBy(desc(notifications.createdAt));

const mailsTo = async (email: string) => (await mails()).filter(({ recipient }) => recipient === email);

async function asked(wanted: { lead?: boolean; person?: Partial<VerifiedPerson> } = {}) {
  const network = await makeNetwork(services);
  const lead = wanted.lead === false ? null : await makeCoordinator(services, network.slug);
  await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, network.id));
  // What the appointment set off is over before the request comes.
  await runJobs();
  const person = await makePerson(services, wanted.person);
  await requestToJoin(services, person, { slug: network.slug, message: "physics, new to the city" });
  const [request] = await db.select().from(joinRequests).where(eq(joinRequests.personId, person.id));
  await runJobs();
  return { network, lead, person, requestId: request!.id };
}

describe("a request to join", () => {
  it("is told to the coordinators on the site at once", async () => {
    const { network, lead, person } = await asked();
    const [news] = await toldTo(lead!.id);
    expect(news).toMatchObject({
      kind: "networks.join-requested",
      path: `/networks/${network.slug}/coordinate`,
    });
    expect(wordsOf(news!.kind, news!.details)).toMatchObject({
      sentence: expect.stringContaining(person.name),
      quote: "physics, new to the city",
    });
    expect((await mailsTo(lead!.email)).filter(({ subject }) => subject.includes("ask"))).toEqual([]);
  });

  it("goes to the administrators where nobody coordinates", async () => {
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await asked({ lead: false });
    expect((await toldTo(administrator.id)).map(({ kind }) => kind)).toEqual(["networks.join-requested"]);
  });

  it("is told once, however often the reaction runs", async () => {
    const { lead, requestId } = await asked();
    await tellOfRequest(services, { requestId });
    await tellOfRequest(services, { requestId });
    const requests = (await toldTo(lead!.id)).filter(({ kind }) => kind === "networks.join-requested");
    expect(requests).toHaveLength(1);
  });
});

describe("a request that was taken back", () => {
  it("asks nothing of the coordinators any more", async () => {
    const { network, lead, person } = await asked();
    await withdrawRequest(services, person, network);
    await runJobs();
    const requests = (await toldTo(lead!.id)).filter(({ kind }) => kind === "networks.join-requested");
    expect(requests.map(({ readAt }) => readAt !== null)).toEqual([true]);
  });
});

describe("a decision", () => {
  it("reaches the person by mail and on the site, with the reason, in their language", async () => {
    const { network, lead, person, requestId } = await asked({ person: { locale: "fr" } });
    await declineRequest(services, lead!, {
      slug: network.slug,
      requestId,
      reason: "Leeds is nearer <to> you.",
    });
    await newsGoesOut(at);
    const [mail, ...others] = await mailsTo(person.email);
    expect(others).toEqual([]);
    expect(mail!.subject).toContain("Votre demande");
    expect(mail!.text).toContain("Leeds is nearer <to> you.");
    expect(mail!.html).not.toContain("<to>");
    expect(await toldTo(person.id)).toMatchObject([
      { kind: "networks.request-declined", details: { reason: "Leeds is nearer <to> you." } },
    ]);
  });

  it("admitted: told once, also when the reaction runs again", async () => {
    const { network, lead, person, requestId } = await asked();
    await admitRequest(services, lead!, { slug: network.slug, requestId });
    await newsGoesOut(at);
    await tellOfDecision(services, { requestId });
    expect((await toldTo(person.id)).map(({ kind }) => kind)).toEqual(["networks.request-admitted"]);
    expect(await mailsTo(person.email)).toHaveLength(1);
    // What the lead was told of the request asks nothing of them any more.
    const settled = (await toldTo(lead!.id)).filter(({ kind }) => kind === "networks.join-requested");
    expect(settled.map(({ readAt }) => readAt !== null)).toEqual([true]);
  });

  it("is not mailed to an address that was never confirmed, and ends quietly when the person is gone", async () => {
    const unconfirmed = await asked();
    await db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, unconfirmed.person.id));
    const gone = await asked();
    for (const { network, lead, requestId } of [unconfirmed, gone]) {
      await admitRequest(services, lead!, { slug: network.slug, requestId });
    }
    await db.delete(people).where(eq(people.id, gone.person.id));
    await newsGoesOut(at);
    expect(await mailsTo(unconfirmed.person.email)).toEqual([]);
    expect(await mailsTo(gone.person.email)).toEqual([]);
    expect(await toldTo(unconfirmed.person.id)).toHaveLength(1);
  });
});

describe("an appointment", () => {
  it("a hand-over is told to both, by mail and on the site", async () => {
    const network = await makeNetwork(services);
    const lead = await makeCoordinator(services, network.slug);
    const successor = await makeMember(services, network.slug);
    await newsGoesOut(at);
    await appointCoordinator(services, lead, {
      slug: network.slug,
      personId: successor.id,
      duty: "lead",
      endsOn: dayFromNow(300),
      formerLead: "member",
    });
    await newsGoesOut(at);
    expect((await toldTo(successor.id)).map(({ kind }) => kind)).toEqual(["networks.coordinator-appointed"]);
    expect((await toldTo(lead.id)).map(({ kind }) => kind)).toEqual([
      "networks.appointment-ended",
      "networks.coordinator-appointed",
    ]);
    expect(await mailsTo(successor.email)).toHaveLength(1);
    expect(await mailsTo(lead.email)).toHaveLength(2);
  });

  it("a deputy who leaves is told that the appointment ended", async () => {
    const network = await makeNetwork(services);
    await makeCoordinator(services, network.slug);
    const deputy = await makeCoordinator(services, network.slug, { duty: "deputy" });
    await newsGoesOut(at);
    await leaveNetwork(services, deputy, network);
    await newsGoesOut(at);
    expect((await toldTo(deputy.id))[0]).toMatchObject({ kind: "networks.appointment-ended" });
  });
});
