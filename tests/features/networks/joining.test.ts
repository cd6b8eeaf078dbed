import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { joinNetwork } from "~/features/networks/operations/join-network.server";
import { requestToJoin } from "~/features/networks/operations/request-to-join.server";
import { withdrawRequest } from "~/features/networks/operations/withdraw-request.server";
import { NotAllowed, NotFound, RuleBroken, TooFast } from "~/platform/errors/errors";
import { visitor } from "~/platform/services/actor";
import { auditEntries, joinRequests, memberships, networks } from "~db/schema";
import { makeMember, makeNetwork, makeRequest } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services } = await house();
const { db } = services;

const currentMemberships = (networkId: string, personId: string) =>
  db
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, networkId),
        eq(memberships.personId, personId),
        isNull(memberships.leftAt),
      ),
    );

const requestsOf = (personId: string) =>
  db.select().from(joinRequests).where(eq(joinRequests.personId, personId));

describe("joining an open network", () => {
  it("makes the person a member and writes it down", async () => {
    const network = await makeNetwork(services);
    const person = await makePerson(services);
    await joinNetwork(services, person, network);
    expect(await currentMemberships(network.id, person.id)).toHaveLength(1);
    const written = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, network.id));
    expect(written.map(({ act }) => act)).toContain("member joined");
  });

  it("has one effect when it is sent twenty times at once", async () => {
    const network = await makeNetwork(services);
    const person = await makePerson(services);
    await Promise.all(Array.from({ length: 20 }, () => joinNetwork(services, person, network)));
    expect(await currentMemberships(network.id, person.id)).toHaveLength(1);
  });

  it("takes back a request that waits from the time before the network was open", async () => {
    const network = await makeNetwork(services, { joinPolicy: "request" });
    const person = await makeRequest(services, network.slug);
    await db.update(networks).set({ joinPolicy: "open" }).where(eq(networks.id, network.id));
    await joinNetwork(services, person, network);
    expect((await requestsOf(person.id)).map(({ state }) => state)).toEqual(["withdrawn"]);
  });

  it("is refused to a visitor, and tells nothing of a network that is not there", async () => {
    const network = await makeNetwork(services);
    await expect(joinNetwork(services, visitor, network)).rejects.toThrow(NotAllowed);
    const person = await makePerson(services);
    await expect(joinNetwork(services, person, { slug: "no-such-network" })).rejects.toThrow(NotFound);
  });

  it("is not the way into a network that admits on request, or is closed", async () => {
    const person = await makePerson(services);
    for (const joinPolicy of ["request", "closed"] as const) {
      const network = await makeNetwork(services, { joinPolicy });
      await expect(joinNetwork(services, person, network)).rejects.toMatchObject({
        code: `networks_join_${joinPolicy}`,
      });
      expect(await currentMemberships(network.id, person.id)).toHaveLength(0);
    }
  });

  it("ends after fifty in a day", async () => {
    const person = await makePerson(services);
    const networkId = (await makeNetwork(services)).id;
    const past = { networkId, personId: person.id, leftAt: new Date() };
    await db.insert(memberships).values(Array.from({ length: 50 }, () => ({ ...past })));
    await expect(joinNetwork(services, person, await makeNetwork(services))).rejects.toThrow(TooFast);
  });
});

describe("asking to join", () => {
  it("waits with its message, once, however often it is sent", async () => {
    const network = await makeNetwork(services, { joinPolicy: "request" });
    const person = await makePerson(services);
    const ask = () =>
      requestToJoin(services, person, { slug: network.slug, message: "physics, new to the city" });
    await Promise.all(Array.from({ length: 20 }, ask));
    const [request, ...others] = await requestsOf(person.id);
    expect(others).toEqual([]);
    expect(request).toMatchObject({ state: "waiting", message: "physics, new to the city" });
  });

  it("is harmless as a member", async () => {
    const network = await makeNetwork(services);
    const person = await makeMember(services, network.slug);
    await requestToJoin(services, person, { slug: network.slug, message: "" });
    expect(await requestsOf(person.id)).toEqual([]);
  });

  it("is refused to a visitor and where nobody is admitted that way", async () => {
    const person = await makePerson(services);
    const onRequest = await makeNetwork(services, { joinPolicy: "request" });
    await expect(requestToJoin(services, visitor, { slug: onRequest.slug, message: "" })).rejects.toThrow(
      NotAllowed,
    );
    for (const joinPolicy of ["open", "closed"] as const) {
      const { slug } = await makeNetwork(services, { joinPolicy });
      await expect(requestToJoin(services, person, { slug, message: "" })).rejects.toThrow(RuleBroken);
    }
  });

  it("ends after five to one network in a day", async () => {
    const network = await makeNetwork(services, { joinPolicy: "request" });
    const person = await makePerson(services);
    for (let times = 0; times < 5; times++) {
      await requestToJoin(services, person, { slug: network.slug, message: "" });
      await withdrawRequest(services, person, network);
    }
    await expect(requestToJoin(services, person, { slug: network.slug, message: "" })).rejects.toThrow(
      TooFast,
    );
    const tomorrow = new Date(Date.now() + 86_400_001);
    await requestToJoin(services, person, { slug: network.slug, message: "" }, tomorrow);
    expect((await requestsOf(person.id)).filter(({ state }) => state === "waiting")).toHaveLength(1);
  });
});

describe("withdrawing a request", () => {
  it("ends the actor's own and nobody else's; twice is harmless", async () => {
    const network = await makeNetwork(services, { joinPolicy: "request" });
    const [one, other] = [
      await makeRequest(services, network.slug),
      await makeRequest(services, network.slug),
    ];
    await withdrawRequest(services, one, network);
    await withdrawRequest(services, one, network);
    expect((await requestsOf(one.id)).map(({ state }) => state)).toEqual(["withdrawn"]);
    expect((await requestsOf(other.id)).map(({ state }) => state)).toEqual(["waiting"]);
  });

  it("is refused to a visitor", async () => {
    await expect(withdrawRequest(services, visitor, await makeNetwork(services))).rejects.toThrow(NotAllowed);
  });
});
