import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loader as home } from "~/features/home/pages/home.server";
import { forgetAtlas } from "~/features/networks/atlas.server";
import { requestToJoin } from "~/features/networks/operations/request-to-join.server";
import { action as appointAction, loader as appointPage } from "~/features/networks/pages/appoint.server";
import {
  action as coordinateAction,
  loader as coordinatePage,
} from "~/features/networks/pages/coordinate.server";
import { action as declineAction, loader as declinePage } from "~/features/networks/pages/decline.server";
import { loader as endPage } from "~/features/networks/pages/end-appointment.server";
import { action as leaveAction, loader as leavePage } from "~/features/networks/pages/leave.server";
import { loader as membersPage } from "~/features/networks/pages/members.server";
import { action, loader as networkPage } from "~/features/networks/pages/network.server";
import { loader as networksPage } from "~/features/networks/pages/networks.server";
import { action as newAction, loader as newPage } from "~/features/networks/pages/new-network.server";
import {
  loader as notificationsPage,
  action as readAction,
} from "~/features/notifications/pages/notifications.server";
import { notify } from "~/features/notifications/telling.server";
import type { Person } from "~/platform/services/actor";
import { joinRequests, networks } from "~db/schema";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();
const { db } = services;

type Asking = Parameters<typeof ask>[3];

const answer = async <Result>(handler: Parameters<typeof ask<Result>>[1], path: string, asking?: Asking) =>
  (await ask(services, handler, path, asking)).result;

/** The status of what is answered or thrown: pages throw 404 and 403, forms answer 422 with what was typed. */
async function statusOf(asked: Promise<unknown>): Promise<number> {
  const given = await asked.catch((thrown) => thrown);
  if (given instanceof Response) return given.status;
  return (given as { init?: { status?: number } })?.init?.status ?? 200;
}

const locationOf = async (asked: Promise<unknown>) =>
  ((await asked.catch((thrown) => thrown)) as Response).headers.get("Location");

let slug: string;
let lead: Person;
let member: Person;
let outsider: Person;
let administrator: Person;
let waiting: Person;
let requestId: string;

beforeAll(async () => {
  const network = await makeNetwork(services, { description: "One.\n\nTwo." });
  slug = network.slug;
  lead = await makeCoordinator(services, slug);
  member = await makeMember(services, slug);
  await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, network.id));
  forgetAtlas(db);
  outsider = await makePerson(services);
  administrator = await makePerson(services, { siteRoles: ["administrator"] });
  waiting = await makePerson(services, { schoolId: await makeSchool(services) });
  await requestToJoin(services, waiting, { slug, message: "physics" });
  const [request] = await db.select().from(joinRequests).where(eq(joinRequests.personId, waiting.id));
  requestId = request!.id;
});

describe("who sees which page", () => {
  const pages = () => ({
    members: (as?: Person) => answer(membersPage, `/networks/${slug}/members`, { as }),
    coordinate: (as?: Person) => answer(coordinatePage, `/networks/${slug}/coordinate`, { as }),
    decline: (as?: Person) =>
      answer(declinePage, `/networks/${slug}/coordinate/decline/${requestId}`, { as, params: { requestId } }),
    appoint: (as?: Person) => answer(appointPage, `/networks/${slug}/coordinate/appoint`, { as }),
    leave: (as?: Person) => answer(leavePage, `/networks/${slug}/leave`, { as }),
    create: (as?: Person) => answer(newPage, "/networks/new", { as }),
  });

  it.each([
    ["outsider", { members: 403, coordinate: 403, decline: 403, appoint: 403, leave: 403, create: 403 }],
    ["member", { members: 200, coordinate: 403, decline: 403, appoint: 403, leave: 200, create: 403 }],
    ["lead", { members: 200, coordinate: 200, decline: 200, appoint: 200, leave: 200, create: 403 }],
    ["administrator", { members: 200, coordinate: 200, decline: 200, appoint: 200, leave: 403, create: 200 }],
  ])("%s", async (role, expected) => {
    const as = { outsider, member, lead, administrator }[role];
    const statuses: Record<string, number> = {};
    for (const [name, page] of Object.entries(pages())) statuses[name] = await statusOf(page(as));
    expect(statuses).toEqual(expected);
  });

  it("a visitor is asked to sign in, and comes back", async () => {
    for (const page of Object.values(pages())) expect(await statusOf(page())).toBe(302);
    expect(await locationOf(pages().members())).toBe(
      `/sign-in?next=${encodeURIComponent(`/networks/${slug}/members`)}`,
    );
  });

  it("what is not there is 404, also for guessed ids", async () => {
    expect(await statusOf(answer(networkPage, "/networks/no-such"))).toBe(404);
    const at = `/networks/${slug}/coordinate`;
    for (const id of ["x", "0197f2f4-9b3a-7cc0-8b0a-0242ac120002"]) {
      expect(
        await statusOf(answer(declinePage, `${at}/decline/${id}`, { as: lead, params: { requestId: id } })),
      ).toBe(404);
      expect(
        await statusOf(answer(endPage, `${at}/end/${id}`, { as: lead, params: { appointmentId: id } })),
      ).toBe(404);
    }
  });
});

describe("the page of a network", () => {
  it("shows everybody what it is and who coordinates it, and each what they may do", async () => {
    const page = await answer(networkPage, `/networks/${slug}`);
    expect(page).toMatchObject({
      paragraphs: ["One.", "Two."],
      visitor: true,
      size: { members: 2, schools: 0 },
    });
    expect(page.coordinators).toEqual([{ id: lead.id, name: lead.name, school: null, duty: "lead" }]);
    const mays = async (as: Person) => (await answer(networkPage, `/networks/${slug}`, { as })).head.may;
    expect(await mays(outsider)).toMatchObject({ request: true, leave: false, seeMembers: false });
    expect(await mays(waiting)).toMatchObject({ request: false, withdraw: true });
    expect(await mays(lead)).toMatchObject({ coordinate: true, appoint: true, leave: true });
  });

  it("keeps a message that is too long and says so at its field", async () => {
    const form = { intent: "request", message: "x".repeat(2_001) };
    const refused = await answer(action, `/networks/${slug}`, { as: outsider, form });
    expect(refused).toMatchObject({
      init: { status: 422 },
      data: {
        errors: { message: "Please keep it under 2,000 characters." },
        values: { message: form.message },
      },
    });
  });

  it("says plainly that joining goes another way, and asks a visitor to sign in", async () => {
    const form = { intent: "join" };
    expect(await statusOf(answer(action, `/networks/${slug}`, { as: outsider, form }))).toBe(422);
    expect(await locationOf(answer(action, `/networks/${slug}`, { form }))).toContain("/sign-in");
    expect(
      await statusOf(answer(action, `/networks/${slug}`, { as: outsider, form: { intent: "grant" } })),
    ).toBe(422);
  });

  it("joining an open network leads back to it", async () => {
    const open = await makeNetwork(services);
    const person = await makePerson(services);
    const joined = answer(action, `/networks/${open.slug}`, { as: person, form: { intent: "join" } });
    expect(await locationOf(joined)).toBe(`/networks/${open.slug}?done=joined`);
    const left = answer(leaveAction, `/networks/${open.slug}/leave`, { as: person, form: {} });
    expect(await locationOf(left)).toBe(`/networks/${open.slug}?done=left`);
  });
});

describe("coordinating", () => {
  it("shows who waits, with school, distance and message", async () => {
    const page = await answer(coordinatePage, `/networks/${slug}/coordinate`, { as: lead });
    const request = page.needs.find(({ kind }) => kind === "join-requests");
    expect(request).toMatchObject({
      ...{ subjectId: requestId, quote: "physics", tag: "new today" },
      action: { fields: { intent: "admit", requestId } },
    });
    expect(request!.detail).toMatch(/Nottingham, under 1 km$/);
  });

  it("declining needs a reason; deciding twice answers with 409 and a sentence", async () => {
    const path = `/networks/${slug}/coordinate/decline/${requestId}`;
    const decline = (reason: string) =>
      answer(declineAction, path, { as: lead, form: { reason }, params: { requestId } });
    expect(await decline("  ")).toMatchObject({
      init: { status: 422 },
      data: { errors: { reason: expect.any(String) } },
    });
    expect(await locationOf(decline("Leeds is nearer."))).toBe(`/networks/${slug}/coordinate?done=declined`);
    const late = await answer(coordinateAction, `/networks/${slug}/coordinate`, {
      as: lead,
      form: { requestId },
    });
    expect(late).toMatchObject({
      init: { status: 409 },
      data: { errors: { "": "Somebody else was faster: this request has been declined." } },
    });
  });

  it("appointing goes by form, and role fields that do not belong to it are not read", async () => {
    const form = {
      personId: member.id,
      duty: "deputy",
      endsOn: dayFromNow(90),
      slug: "other",
      siteRoles: "administrator",
    };
    const appointed = answer(appointAction, `/networks/${slug}/coordinate/appoint`, { as: lead, form });
    expect(await locationOf(appointed)).toBe(`/networks/${slug}?done=appointed`);
    const page = await answer(appointPage, `/networks/${slug}/coordinate/appoint?q=${member.name}`, {
      as: lead,
    });
    expect(page.members).toMatchObject([{ id: member.id, duty: "deputy" }]);
  });

  it("a network is founded by form, each mistake at its field", async () => {
    const form = {
      name: "",
      country: "GB",
      place: "Ely",
      summary: "",
      joinPolicy: "open",
      leadEmail: "nobody",
    };
    const refused = await answer(newAction, "/networks/new", { as: administrator, form });
    expect(Object.keys((refused as { data: { errors: object } }).data.errors).sort()).toEqual([
      "leadEmail",
      "name",
      "summary",
    ]);
    expect(await statusOf(answer(newAction, "/networks/new", { as: lead, form }))).toBe(403);
  });
});

describe("queries of a page", () => {
  /** Statements of a page, signing in left out, once what is kept for a while is there. */
  const statements = async (handler: Parameters<typeof ask>[1], path: string, as?: Person) => {
    await ask(services, handler, path, { as });
    return (await ask(services, handler, path, { as })).statements;
  };

  it("stay the same however many rows there are", async () => {
    const big = await makeNetwork(services);
    const coordinator = await makeCoordinator(services, big.slug);
    const pages = [
      [networkPage, `/networks/${big.slug}`],
      [membersPage, `/networks/${big.slug}/members`],
      [coordinatePage, `/networks/${big.slug}/coordinate`],
      [networksPage, "/networks"],
      [home, "/"],
    ] as [Parameters<typeof ask>[1], string][];
    const before = [];
    for (const [page, path] of pages) before.push(await statements(page, path, coordinator));
    for (let more = 0; more < 12; more++) await makeMember(services, big.slug);
    await db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, big.id));
    for (let more = 0; more < 5; more++) {
      await requestToJoin(services, await makePerson(services), { slug: big.slug, message: "" });
    }
    const after = [];
    for (const [page, path] of pages) after.push(await statements(page, path, coordinator));
    expect(after).toEqual(before);
    // The cockpit asks each kind of need once, and once for how many there are.
    const [cockpit] = after.splice(2, 1);
    expect(cockpit).toBeLessThanOrEqual(7 + services.needSources.length);
    expect(Math.max(...after)).toBeLessThanOrEqual(9);
  });

  it("a visitor's first page asks for packs alone", async () => {
    expect(await statements(home, "/")).toBe(2);
  });
});

describe("notifications", () => {
  it("are a person's own, page by page, and marked as read by form", async () => {
    expect(await statusOf(answer(notificationsPage, "/notifications"))).toBe(302);
    const person = await makePerson(services);
    const news = Array.from({ length: 31 }, (_, index) => ({
      personId: person.id,
      kind: "networks.request-admitted",
      occasion: `o:${index}`,
      details: { network: "Leeds" },
      path: "/networks/leeds",
    }));
    await notify(db, news);
    const page = await answer(notificationsPage, "/notifications?page=9", { as: person });
    expect(page).toMatchObject({ page: 2, pages: 2, unread: 31 });
    expect(page.rows).toHaveLength(1);
    const one = { id: page.rows[0]!.id, page: "2" };
    expect(await locationOf(answer(readAction, "/notifications", { as: person, form: one }))).toBe(
      "/notifications?page=2",
    );
    expect((await answer(notificationsPage, "/notifications", { as: person })).unread).toBe(30);
    await answer(readAction, "/notifications", { as: person, form: { id: "nonsense" } });
    expect((await answer(notificationsPage, "/notifications", { as: person })).unread).toBe(30);
    await answer(readAction, "/notifications", { as: person, form: {} });
    expect((await answer(notificationsPage, "/notifications", { as: person })).unread).toBe(0);
  });
});

describe("the first page of a member", () => {
  it("shows their networks with what waits, or the nearest where they are in none", async () => {
    const page = await answer(home, "/", { as: lead });
    expect(page).toMatchObject({ welcome: null, today: { networks: [{ slug, duty: "lead", waiting: 0 }] } });
    const newcomer = await makePerson(services, { schoolId: await makeSchool(services) });
    const first = await answer(home, "/", { as: newcomer });
    expect(first.today?.networks).toEqual([]);
    expect(first.today?.near.length).toBeGreaterThan(0);
    expect((await answer(home, "/")).welcome?.rows.length).toBeGreaterThan(0);
  });
});
