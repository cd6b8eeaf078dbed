import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { isMember } from "~/features/networks/index.server";
import { admitRequest } from "~/features/networks/operations/admit-request.server";
import { declineRequest } from "~/features/networks/operations/decline-request.server";
import { requestToJoin } from "~/features/networks/operations/request-to-join.server";
import { withdrawRequest } from "~/features/networks/operations/withdraw-request.server";
import { Conflict, NotAllowed, NotFound } from "~/platform/errors/errors";
import { visitor } from "~/platform/services/actor";
import { joinRequests, networks } from "~db/schema";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services } = await house();
const { db } = services;

/** A network with its lead, and somebody who waits. */
async function waitingRoom() {
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  const member = await makeMember(services, network.slug);
  await onRequest(network.id);
  const person = await makePerson(services);
  await requestToJoin(services, person, { slug: network.slug, message: "" });
  return { network, lead, member, person, requestId: (await requestOf(person.id)).id };
}

async function onRequest(networkId: string) {
  await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, networkId));
}

async function requestOf(personId: string) {
  const [request] = await db.select().from(joinRequests).where(eq(joinRequests.personId, personId));
  return request!;
}

describe("admitting", () => {
  it("makes the person a member", async () => {
    const { network, lead, person, requestId } = await waitingRoom();
    await admitRequest(services, lead, { slug: network.slug, requestId });
    expect(await isMember(db, person.id, network.id)).toBe(true);
    expect(await requestOf(person.id)).toMatchObject({ state: "admitted", decidedBy: lead.id });
  });

  it("and declining at once: one wins, the other learns that it is done", async () => {
    const { network, lead, person, requestId } = await waitingRoom();
    const { slug } = network;
    const outcomes = await Promise.allSettled([
      admitRequest(services, lead, { slug, requestId }),
      declineRequest(services, lead, { slug, requestId, reason: "We are full." }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const loser = outcomes.find((outcome) => outcome.status === "rejected");
    const { state } = await requestOf(person.id);
    expect(loser?.reason).toBeInstanceOf(Conflict);
    expect(loser?.reason).toMatchObject({ code: `networks_request_already_${state}` });
    expect(await isMember(db, person.id, network.id)).toBe(state === "admitted");
  });

  it("comes too late when the person has withdrawn", async () => {
    const { network, lead, person, requestId } = await waitingRoom();
    await withdrawRequest(services, person, network);
    await expect(admitRequest(services, lead, { slug: network.slug, requestId })).rejects.toMatchObject({
      code: "networks_request_already_withdrawn",
    });
  });
});

describe("declining", () => {
  it("keeps the reason", async () => {
    const { network, lead, person, requestId } = await waitingRoom();
    await declineRequest(services, lead, {
      slug: network.slug,
      requestId,
      reason: "Leeds is nearer to you.",
    });
    expect(await requestOf(person.id)).toMatchObject({
      state: "declined",
      reason: "Leeds is nearer to you.",
    });
    expect(await isMember(db, person.id, network.id)).toBe(false);
  });
});

describe("who may decide", () => {
  it("administrators and the coordinators of this network, nobody else", async () => {
    const { network, lead, member, person } = await waitingRoom();
    const { slug } = network;
    const requestId = (await requestOf(person.id)).id;
    const elsewhere = await makeCoordinator(services, (await makeNetwork(services)).slug);
    for (const actor of [visitor, person, member, elsewhere]) {
      await expect(admitRequest(services, actor, { slug, requestId })).rejects.toThrow(NotAllowed);
      await expect(declineRequest(services, actor, { slug, requestId, reason: "no" })).rejects.toThrow(
        NotAllowed,
      );
    }
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await admitRequest(services, administrator, { slug, requestId });
    await expect(admitRequest(services, lead, { slug, requestId })).rejects.toThrow(Conflict);
  });

  it("not a coordinator whose term is over", async () => {
    const { network, lead, requestId } = await waitingRoom();
    const afterTerm = new Date(Date.now() + 400 * 86_400_000);
    await expect(admitRequest(services, lead, { slug: network.slug, requestId }, afterTerm)).rejects.toThrow(
      NotAllowed,
    );
  });

  it("a request is only found in its own network", async () => {
    const { requestId } = await waitingRoom();
    const other = await makeNetwork(services);
    const otherLead = await makeCoordinator(services, other.slug);
    await expect(admitRequest(services, otherLead, { slug: other.slug, requestId })).rejects.toThrow(
      NotFound,
    );
    await expect(
      admitRequest(services, otherLead, { slug: other.slug, requestId: "nonsense" }),
    ).rejects.toThrow(NotFound);
  });
});
