import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { needsOf, needsOfKind } from "~/features/networks/cockpit/needs.server";
import { admitRequest } from "~/features/networks/operations/admit-request.server";
import { letBe, takeUpAgain } from "~/features/networks/operations/let-be.server";
import { welcomeMember } from "~/features/networks/operations/welcome-member.server";
import { writeToSilent } from "~/features/networks/operations/write-to-silent.server";
import { networkBySlug } from "~/features/networks/queries.server";
import { tellOfJoining, tellOfWelcome } from "~/features/notifications/reactions/welcomes.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { type Actor, type Person, visitor } from "~/platform/services/actor";
import { invitations, joinRequests, memberships, networks, notifications, people } from "~db/schema";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork, makeRequest } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { newsGoesOut } from "../../support/news";

const at = await house();
const { services } = at;
const { db, needSources } = services;

async function led(wanted: { welcome?: string } = {}) {
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  const deputy = await makeCoordinator(services, network.slug, { duty: "deputy" });
  if (wanted.welcome)
    await db.update(networks).set({ welcome: wanted.welcome }).where(eq(networks.id, network.id));
  return { network, lead, deputy };
}

const membershipOf = async (networkId: string, { id }: Person) =>
  (
    await db
      .select()
      .from(memberships)
      .where(and(eq(memberships.networkId, networkId), eq(memberships.personId, id)))
  )[0]!;

const toldTo = async ({ id }: Person, kind: string) =>
  (await db.select().from(notifications).where(eq(notifications.personId, id))).filter(
    (news) => news.kind === kind,
  );

/** Lets somebody have been seen last so many days ago. */
const silent = async (person: Person, days: number) => {
  await db
    .update(people)
    .set({ seenOn: dayFromNow(-days) })
    .where(eq(people.id, person.id));
  return person;
};

async function asked(slug: string, reader: Actor, more: { mayAppoint?: boolean; leftBe?: boolean } = {}) {
  const network = (await networkBySlug(db, slug))!;
  const now = new Date();
  return { network, reader, now, today: dayFromNow(0), mayAppoint: true, leftBe: false, ...more };
}

const needs = async (slug: string, reader: Actor, more: { mayAppoint?: boolean; leftBe?: boolean } = {}) =>
  (await needsOf(db, needSources, await asked(slug, reader, more))).needs;
const kindsIn = async (...args: Parameters<typeof needs>) => (await needs(...args)).map(({ kind }) => kind);

describe("what needs a coordinator", () => {
  it("is nothing in a network where all is well", async () => {
    const { network, lead } = await led();
    expect(await needs(network.slug, lead)).toEqual([]);
  });

  it("comes most urgent first, from every source, and never tells the day somebody was seen", async () => {
    const { network, lead } = await led();
    const { slug, id: networkId } = network;
    const schoolId = await makeSchool(services);
    await silent(await makeMember(services, slug, await makePerson(services, { schoolId })), 200);
    await makeCoordinator(services, slug, { duty: "deputy", endsOn: dayFromNow(5) });
    await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, networkId));
    const waiting = await makeRequest(services, slug);
    await db
      .update(joinRequests)
      .set({ createdAt: new Date(Date.now() - 3 * 86_400_000) })
      .where(eq(joinRequests.personId, waiting.id));
    await db.insert(invitations).values({
      ...{ networkId, kind: "letter", email: "a@example.org", usesLimit: 1 },
      ...{ expiresAt: new Date(Date.now() + 86_400_000), invitedAt: new Date(0) },
      letterClaimedAt: new Date(0),
    });
    const found = await needs(slug, lead);
    expect(found.map(({ kind }) => kind)).toEqual([
      ...["terms", "join-requests", "unsent-letters", "newcomers", "silent-schools", "silent-members"],
    ]);
    const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
    const seen = month.format(new Date(dayFromNow(-200)));
    expect(found.at(-1)!.detail).toContain(`not seen since ${seen}`);
    expect(JSON.stringify(found.slice(-2).map(({ tag, title, detail }) => [tag, title, detail]))).not.toMatch(
      /\d+ days|\b\d{1,2} [A-Z]/,
    );
  });

  it("shows deputies their own term, and the lead everybody's", async () => {
    const { network, lead } = await led();
    const deputy = await makeCoordinator(services, network.slug, { duty: "deputy", endsOn: dayFromNow(20) });
    expect(await kindsIn(network.slug, lead)).toEqual(["terms"]);
    expect(await kindsIn(network.slug, deputy, { mayAppoint: false })).toEqual(["terms"]);
    const another = await makeCoordinator(services, network.slug, { duty: "deputy" });
    expect(await kindsIn(network.slug, another, { mayAppoint: false })).toEqual([]);
  });

  it("counts a school silent only when all its members here are", async () => {
    const { network, lead } = await led();
    const schoolId = await makeSchool(services);
    const [one, other] = [
      await makeMember(services, network.slug, await makePerson(services, { schoolId })),
      await makeMember(services, network.slug, await makePerson(services, { schoolId })),
    ];
    await silent(one, 120);
    expect(await kindsIn(network.slug, lead)).not.toContain("silent-schools");
    await silent(other, 91);
    const school = (await needs(network.slug, lead)).find(({ kind }) => kind === "silent-schools");
    expect(school!.detail).toContain("2 members");
    await silent(other, 90);
    expect(await kindsIn(network.slug, lead)).not.toContain("silent-schools");
  });

  it("is cut to five of a kind, with all of them page by page", async () => {
    const { network, lead } = await led();
    for (let n = 0; n < 7; n++) await makeMember(services, network.slug);
    const cockpit = await needsOf(db, needSources, await asked(network.slug, lead));
    expect(cockpit.needs).toHaveLength(5);
    expect(cockpit.more).toMatchObject([{ kind: "newcomers", count: 7, exact: true }]);
    const source = needSources.find(({ kind }) => kind === "newcomers")!;
    const all = await needsOfKind(db, source, await asked(network.slug, lead), 9);
    expect(all).toMatchObject({ page: 1, pages: 1, count: 7 });
    expect(all.needs).toHaveLength(7);
  });
});

describe("a welcome", () => {
  it("reaches the newcomer with its words and who wrote them, on the site and by mail, once", async () => {
    const { network, lead } = await led();
    const member = await makeMember(services, network.slug);
    const { id: membershipId } = await membershipOf(network.id, member);
    const words = "Hello!\n\n<b>Tea</b> from four.";
    for (let n = 0; n < 3; n++)
      await welcomeMember(services, lead, { slug: network.slug, membershipId, words });
    await newsGoesOut(at);
    await tellOfWelcome(services, { membershipId });
    expect(await toldTo(member, "networks.welcomed")).toMatchObject([
      { details: { words, person: lead.name } },
    ]);
    const mails = (await at.mails()).filter(({ recipient }) => recipient === member.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toContain(lead.name);
    expect(mails[0]!.text).toContain(words);
    expect(mails[0]!.html).not.toContain("<b>Tea");
    expect(await kindsIn(network.slug, lead)).not.toContain("newcomers");
  });

  it("of two coordinators at once is one; the other learns that it is done", async () => {
    const { network, lead, deputy } = await led();
    const member = await makeMember(services, network.slug);
    const { id: membershipId } = await membershipOf(network.id, member);
    const outcomes = await Promise.allSettled(
      [lead, deputy].map((actor) =>
        welcomeMember(services, actor, { slug: network.slug, membershipId, words: actor.name }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const failed = outcomes.find((outcome) => outcome.status === "rejected") as PromiseRejectedResult;
    expect(failed.reason).toBeInstanceOf(Conflict);
    await at.runJobs();
    expect(await toldTo(member, "networks.welcomed")).toHaveLength(1);
  });

  it("said in person sends nothing", async () => {
    const { network, lead } = await led();
    const member = await makeMember(services, network.slug);
    const { id: membershipId } = await membershipOf(network.id, member);
    await welcomeMember(services, lead, { slug: network.slug, membershipId, words: null });
    await at.runJobs();
    expect(await toldTo(member, "networks.welcomed")).toEqual([]);
    expect(await kindsIn(network.slug, lead)).not.toContain("newcomers");
  });

  it("is for who coordinates this network now, and for members of it", async () => {
    const { network, lead } = await led();
    const other = await led();
    const member = await makeMember(services, network.slug);
    const { id: membershipId } = await membershipOf(network.id, member);
    const words = "Hello";
    for (const actor of [visitor, member, other.lead])
      await expect(
        welcomeMember(services, actor, { slug: network.slug, membershipId, words }),
      ).rejects.toThrow(NotAllowed);
    await expect(
      welcomeMember(services, other.lead, { slug: other.network.slug, membershipId, words }),
    ).rejects.toThrow(NotFound);
    await expect(
      welcomeMember(services, lead, { slug: network.slug, membershipId: "x", words }),
    ).rejects.toThrow(NotFound);
  });

  it("of the network comes to who joins by themselves; who was admitted has read it with the answer", async () => {
    const { network, lead } = await led({ welcome: "Tea from four." });
    const joined = await makeMember(services, network.slug);
    await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, network.id));
    const admitted = await makeRequest(services, network.slug);
    const [request] = await db.select().from(joinRequests).where(eq(joinRequests.personId, admitted.id));
    await admitRequest(services, lead, { slug: network.slug, requestId: request!.id });
    await newsGoesOut(at);
    await tellOfJoining(services, { networkId: network.id, personId: joined.id });
    expect(await toldTo(joined, "networks.joined")).toMatchObject([
      { details: { welcome: "Tea from four." } },
    ]);
    const mails = (await at.mails()).filter(({ recipient }) => recipient === joined.email);
    expect(mails.map(({ text }) => text.includes("Tea from four."))).toEqual([true]);
    expect(await toldTo(admitted, "networks.joined")).toEqual([]);
    const newcomers = (await needs(network.slug, lead)).filter(({ kind }) => kind === "newcomers");
    expect(newcomers.map(({ title }) => title.includes(joined.name))).toEqual([true]);
  });
});

describe("writing to who is silent", () => {
  const write = (
    actor: Actor,
    slug: string,
    whom: { personId: string } | { schoolId: string },
    words = "How are you?",
  ) => writeToSilent(services, actor, { slug, words, ...whom });

  it("reaches them once in thirty days; they rest in the cockpit meanwhile", async () => {
    const { network, lead, deputy } = await led();
    const { slug } = network;
    const member = await silent(await makeMember(services, slug), 100);
    const sent = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => write(lead, slug, { personId: member.id })),
      write(deputy, slug, { personId: member.id }, "And from me"),
    ]);
    expect(sent.some(({ status }) => status === "fulfilled")).toBe(true);
    await at.runJobs();
    expect(await toldTo(member, "networks.written-to")).toHaveLength(1);
    expect(await kindsIn(slug, lead)).not.toContain("silent-members");
    expect(await kindsIn(slug, lead, { leftBe: true })).toEqual(["silent-members"]);
    await expect(write(lead, slug, { personId: member.id }, "Again")).rejects.toThrow(RuleBroken);
    const later = new Date(Date.now() + 31 * 86_400_000);
    await writeToSilent(services, lead, { slug, words: "Again", personId: member.id }, later);
  });

  it("at a school reaches its silent members, and nobody else", async () => {
    const { network, lead } = await led();
    const schoolId = await makeSchool(services);
    const there = () => makePerson(services, { schoolId });
    const quiet = await silent(await makeMember(services, network.slug, await there()), 100);
    const lively = await makeMember(services, network.slug, await there());
    const elsewhere = await silent(await there(), 100);
    expect(await write(lead, network.slug, { schoolId })).toBe(1);
    await at.runJobs();
    expect(await toldTo(quiet, "networks.written-to")).toHaveLength(1);
    for (const person of [lively, elsewhere]) expect(await toldTo(person, "networks.written-to")).toEqual([]);
  });

  it("is for coordinators, to silent members of their own network", async () => {
    const { network, lead } = await led();
    const member = await makeMember(services, network.slug);
    const stranger = await silent(await makePerson(services), 100);
    await expect(write(lead, network.slug, { personId: member.id })).rejects.toThrow(RuleBroken);
    await expect(write(lead, network.slug, { personId: stranger.id })).rejects.toThrow(NotFound);
    for (const actor of [visitor, member, (await led()).lead])
      await expect(write(actor, network.slug, { personId: member.id })).rejects.toThrow(NotAllowed);
  });
});

describe("letting be", () => {
  it("takes a need out for ninety days, for every coordinator, and can be undone", async () => {
    const { network, lead, deputy } = await led();
    const member = await silent(await makeMember(services, network.slug), 100);
    const { id } = await membershipOf(network.id, member);
    await welcomeMember(services, lead, { slug: network.slug, membershipId: id, words: null });
    const need = { slug: network.slug, kind: "silent-members", subjectId: member.id };
    await Promise.all(Array.from({ length: 5 }, () => letBe(services, lead, need)));
    expect(await kindsIn(network.slug, deputy)).toEqual([]);
    expect(await kindsIn(network.slug, deputy, { leftBe: true })).toEqual(["silent-members"]);
    await takeUpAgain(services, deputy, need);
    await takeUpAgain(services, deputy, need);
    expect(await kindsIn(network.slug, lead)).toEqual(["silent-members"]);
  });

  it("is refused for what is no need, no such kind, and who does not coordinate", async () => {
    const { network, lead } = await led();
    const member = await makeMember(services, network.slug);
    const need = { slug: network.slug, kind: "silent-members", subjectId: member.id };
    await expect(letBe(services, lead, need)).rejects.toThrow(Conflict);
    await expect(letBe(services, lead, { ...need, kind: "join-requests" })).rejects.toThrow(NotFound);
    await expect(letBe(services, lead, { ...need, kind: "nonsense" })).rejects.toThrow(NotFound);
    await silent(member, 100);
    for (const actor of [visitor, member]) {
      await expect(letBe(services, actor, need)).rejects.toThrow(NotAllowed);
      await expect(takeUpAgain(services, actor, need)).rejects.toThrow(NotAllowed);
    }
  });
});

describe("the last sign of life", () => {
  it("is copied to memberships, kept by quarter, and survives joining and leaving", async () => {
    const { network } = await led();
    const member = await silent(await makePerson(services), 400);
    await makeMember(services, network.slug, member);
    expect(await membershipOf(network.id, member)).toMatchObject({ seenOn: dayFromNow(-400) });
    await silent(member, 0);
    expect(await membershipOf(network.id, member)).toMatchObject({ seenOn: dayFromNow(0) });
    const { rows } = await db.execute(
      sql`select from seen_quarters where person_id = ${member.id} and quarter = date_trunc('quarter', now() at time zone 'UTC')::date`,
    );
    expect(rows).toHaveLength(1);
  });
});
