import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { routes } from "~/features/networks/routes";
import type { Person } from "~/platform/services/actor";
import {
  announcements,
  coordinators,
  invitations,
  joinRequests,
  memberships,
  networks,
  people,
} from "~db/schema";
import { makeLink } from "../../factories/invitations";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork, makeRequest } from "../../factories/networks";
import { PASSWORD } from "../../factories/people";
import { house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";

const { services } = await house();
const { db } = services;
let url: string;
beforeAll(async () => {
  ({ url } = await site());
});

/** A network with something of each kind, and their ids by the names that addresses give them. */
async function full() {
  const { id, slug } = await makeNetwork(services);
  const lead = await makeCoordinator(services, slug);
  const deputy = await makeCoordinator(services, slug, { duty: "deputy" });
  const member = await makeMember(services, slug);
  await db
    .update(people)
    .set({ seenOn: dayFromNow(-100) })
    .where(eq(people.id, member.id));
  await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, id));
  const asker = await makeRequest(services, slug);
  const link = await makeLink(services, lead, slug);
  const [announcement] = await db
    .insert(announcements)
    .values({ networkId: id, authorId: lead.id, title: "Tea", body: "From four." })
    .returning({ id: announcements.id });
  const idOf = async (rows: Promise<{ id: string }[]>) => (await rows)[0]!.id;
  const ofMember = and(eq(memberships.networkId, id), eq(memberships.personId, member.id));
  const ofDeputy = and(eq(coordinators.networkId, id), eq(coordinators.personId, deputy.id));
  const ids: Record<string, string> = {
    requestId: await idOf(db.select().from(joinRequests).where(eq(joinRequests.personId, asker.id))),
    appointmentId: await idOf(db.select().from(coordinators).where(ofDeputy)),
    membershipId: await idOf(db.select().from(memberships).where(ofMember)),
    invitationId: link.id,
    announcementId: announcement!.id,
    personId: member.id,
  };
  return { id, slug, lead, ids };
}

async function signedIn(person: Person) {
  const browser = httpBrowser(url);
  await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
  return browser;
}

/** Everything that stands in the tables of a network, to see that nothing has moved. */
const contentOf = async (id: string) => [
  await db.select().from(joinRequests).where(eq(joinRequests.networkId, id)),
  await db.select().from(coordinators).where(eq(coordinators.networkId, id)),
  await db.select().from(memberships).where(eq(memberships.networkId, id)),
  await db.select().from(invitations).where(eq(invitations.networkId, id)),
  await db.select().from(announcements).where(eq(announcements.networkId, id)),
];

it("of another network lead nowhere, on every address of a network and in every form", async () => {
  const [mine, theirs] = [await full(), await full()];
  const browser = await signedIn(mine.lead);
  const before = await contentOf(theirs.id);
  const withIds = routes
    .map(({ path = "" }) => path)
    .filter((path) => path.startsWith("networks/:slug/") && /:(?!slug|kind)/.test(path));
  expect(withIds.length).toBeGreaterThanOrEqual(4);
  const forms: Record<string, string>[] = [
    { reason: "You teach elsewhere." },
    { words: "Hello." },
    { confirm: "yes" },
    ...["admit", "let-be", "take-up", "again", "withdraw", "revoke"].map((intent) => ({
      ...{ intent, ...theirs.ids, subjectId: theirs.ids.membershipId! },
    })),
  ];
  const ask = async (path: string) => {
    const own = path.replace(":slug", mine.slug).replace(/:(\w+)/g, (_, name) => theirs.ids[name] ?? name);
    expect((await browser.get(`/${own}`)).status, `GET ${path}`).toBe(404);
    const answers = [];
    for (const form of forms) answers.push((await browser.post(`/${own}`, form)).status);
    // Not there (404), not there any more (409), or a form of another page, which is told what it lacks (422).
    expect(
      answers.filter((status) => ![404, 409, 422].includes(status)),
      path,
    ).toEqual([]);
    expect(
      answers.filter((status) => status !== 422),
      path,
    ).not.toEqual([]);
  };
  for (const path of withIds) await ask(path);
  // Where the id stands in the form: the page is one's own, and what it is told to act on is not there.
  for (const [path, form] of [
    ["coordinate", { intent: "admit", requestId: theirs.ids.requestId! }],
    [
      "coordinate/needs/newcomers",
      { intent: "let-be", kind: "newcomers", subjectId: theirs.ids.membershipId! },
    ],
    ["coordinate/letters", { intent: "withdraw", invitationId: theirs.ids.invitationId! }],
    ["announcements", { announcementId: theirs.ids.announcementId! }],
    ["coordinate/appoint", { personId: theirs.ids.personId!, duty: "deputy", endsOn: dayFromNow(300) }],
    [`coordinate/write?person=${theirs.ids.personId}`, { words: "How are you?" }],
  ] as [string, Record<string, string>][]) {
    const { status } = await browser.post(`/networks/${mine.slug}/${path}`, form);
    expect([404, 409, 422], `${path}: ${status}`).toContain(status);
  }
  expect(await contentOf(theirs.id)).toEqual(before);
  // The same ids in the network they belong to: not for this reader either.
  for (const path of withIds) {
    const there = path
      .replace(":slug", theirs.slug)
      .replace(/:(\w+)/g, (_, name) => theirs.ids[name] ?? name);
    expect((await browser.get(`/${there}`)).status, there).toBe(403);
  }
});
