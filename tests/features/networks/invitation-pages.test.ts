import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { joinByInvitation } from "~/features/networks/operations/join-by-invitation.server";
import {
  loader as invitationsPage,
  action as makeAction,
} from "~/features/networks/pages/invitations.server";
import { action as joinAction, loader as joinPage } from "~/features/networks/pages/join.server";
import {
  action as revokeAction,
  loader as revokePage,
} from "~/features/networks/pages/revoke-invitation.server";
import type { Person } from "~/platform/services/actor";
import { startSession } from "~/platform/sessions/sessions.server";
import { invitations, memberships, networks } from "~db/schema";
import { makeLink } from "../../factories/invitations";
import { makeCoordinator, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { type Site, site } from "../../support/site";
import { asCookies } from "../accounts/post";
import { ask } from "../packs/ask";

const { services } = await house();
const { db } = services;

let here: Site;
let slug: string;
let networkId: string;
let lead: Person;

beforeAll(async () => {
  here = await site();
  const network = await makeNetwork(services, { name: "Tamar Bridge" });
  ({ slug, id: networkId } = network);
  lead = await makeCoordinator(services, slug);
  await db.update(networks).set({ joinPolicy: "closed" }).where(eq(networks.id, networkId));
});

type Asking = Parameters<typeof ask>[3];

const answer = async <Result>(handler: Parameters<typeof ask<Result>>[1], path: string, asking?: Asking) =>
  (await ask(services, handler, path, asking)).result;

async function statusOf(asked: Promise<unknown>): Promise<number> {
  const given = await asked.catch((thrown) => thrown);
  if (given instanceof Response) return given.status;
  return (given as { init?: { status?: number } })?.init?.status ?? 200;
}

const cookieOf = async ({ id }: Person) =>
  asCookies([await startSession({ db, appUrl: services.config.appUrl }, id, null)]);

const get = (path: string, cookie = "") =>
  fetch(here.url + path, { headers: { Cookie: cookie }, redirect: "manual" });

const post = (path: string, cookie: string, fields: Record<string, string> = {}) =>
  fetch(here.url + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie, Referer: here.url + path },
    redirect: "manual",
  });

const listOf = (as?: Person) => answer(invitationsPage, `/networks/${slug}/coordinate/invitations`, { as });

describe("the coordinators' page", () => {
  it("is theirs alone", async () => {
    expect(await statusOf(listOf())).toBe(302);
    expect(await statusOf(listOf(await makePerson(services)))).toBe(403);
    expect(await statusOf(listOf(lead))).toBe(200);
  });

  it("makes a link by a form, each mistake at its field with nothing lost", async () => {
    const path = `/networks/${slug}/coordinate/invitations`;
    const make = (form: Record<string, string>) => answer(makeAction, path, { as: lead, form });
    const wrong = { formKey: v7(), note: "x".repeat(201), days: "365", usesLimit: "501" };
    expect(await make(wrong)).toMatchObject({
      init: { status: 422 },
      data: {
        errors: { note: expect.any(String), days: expect.any(String), usesLimit: expect.any(String) },
        values: wrong,
      },
    });
    for (const usesLimit of ["0", "-1", "1.5", "1e2", "ten", "9".repeat(30)]) {
      expect(await statusOf(make({ formKey: v7(), days: "7", usesLimit }))).toBe(422);
    }
  });

  it("reads no field that does not belong to the form", async () => {
    const path = `/networks/${slug}/coordinate/invitations`;
    const other = await makeNetwork(services);
    const form = {
      ...{ formKey: v7(), note: "smuggled", days: "7", usesLimit: "" },
      ...{
        slug: other.slug,
        networkId: other.id,
        email: "x@example.org",
        kind: "letter",
        uses: "-5",
        expiresAt: "2099-01-01",
      },
    };
    await answer(makeAction, path, { as: lead, form });
    const [row] = await db.select().from(invitations).where(eq(invitations.note, "smuggled"));
    expect(row).toMatchObject({ networkId, kind: "link", email: null, uses: 0, usesLimit: null });
    expect(row!.expiresAt.getTime()).toBeLessThan(Date.now() + 8 * 86_400_000);
  });

  it("lists who came, never the code", async () => {
    const { id, code } = await makeLink(services, lead, slug, { note: "Meetup", usesLimit: 40 });
    const [first, second] = [await makePerson(services), await makePerson(services)];
    await joinByInvitation(services, first, { code });
    await joinByInvitation(services, second, { code });
    const list = await listOf(lead);
    const listed = list.invitations.find((invitation) => invitation.id === id);
    expect(listed).toMatchObject({
      note: "Meetup",
      uses: 2,
      usesLimit: 40,
      state: "valid",
      madeBy: lead.name,
    });
    expect(listed!.came.map(({ personId }) => personId)).toEqual([second.id, first.id]);
    expect(JSON.stringify(list)).not.toContain(code);
  });

  it("revokes after a confirmation; guessed ids and links of others are not there", async () => {
    const { id } = await makeLink(services, lead, slug);
    const other = await makeNetwork(services);
    const otherLead = await makeCoordinator(services, other.slug);
    const foreign = await makeLink(services, otherLead, other.slug);
    const at = (invitationId: string) => `/networks/${slug}/coordinate/invitations/${invitationId}/revoke`;
    const asking = (invitationId: string) => ({ as: lead, params: { invitationId } });
    for (const guess of [foreign.id, v7(), "x"]) {
      expect(await statusOf(answer(revokePage, at(guess), asking(guess)))).toBe(404);
      expect(await statusOf(answer(revokeAction, at(guess), { ...asking(guess), form: {} }))).toBe(404);
    }
    expect(await statusOf(answer(revokePage, at(id), asking(id)))).toBe(200);
    expect(await statusOf(answer(revokeAction, at(id), { ...asking(id), form: {} }))).toBe(302);
    expect((await listOf(lead)).invitations.find((each) => each.id === id)).toMatchObject({
      state: "revoked",
    });
  });
});

describe("an invitation that is opened", () => {
  it("shows a visitor network and inviter, and leads through signing in and back, unseen by search engines", async () => {
    const { code } = await makeLink(services, lead, slug);
    const page = await get(`/join/${code}`);
    expect(page.status).toBe(200);
    expect(page.headers.get("x-robots-tag")).toContain("noindex");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("cache-control")).toContain("private");
    const html = await page.text();
    expect(html).toContain(`${lead.name} invites you to join the network Tamar Bridge.`);
    expect(html).toContain(`/sign-in?next=%2Fjoin%2F${code}`);
    expect(html).toContain(`/sign-up?next=%2Fjoin%2F${code}`);
    const pressed = await post(`/join/${code}`, "");
    expect(pressed.headers.get("location")).toBe(`/sign-in?next=%2Fjoin%2F${code}`);
  });

  it("joins by a post only", async () => {
    const { code } = await makeLink(services, lead, slug);
    const person = await makePerson(services);
    const cookie = await cookieOf(person);
    await get(`/join/${code}`, cookie);
    const mine = eq(memberships.personId, person.id);
    expect(await db.$count(memberships, mine)).toBe(0);
    const joined = await post(`/join/${code}`, cookie);
    expect(joined.headers.get("location")).toBe(`/networks/${slug}?done=joined`);
    expect(await db.$count(memberships, mine)).toBe(1);
    expect(await (await get(`/join/${code}`, cookie)).text()).toContain(
      "You are a member of Tamar Bridge already.",
    );
  });

  it("is over in one way only, whether it expired, was revoked or is used up", async () => {
    const links = [];
    for (let more = 0; more < 3; more++) links.push(await makeLink(services, lead, slug, { usesLimit: 1 }));
    const [used, expired, revoked] = links as [(typeof links)[0], (typeof links)[0], (typeof links)[0]];
    await joinByInvitation(services, await makePerson(services), used);
    const set = (id: string, values: Partial<typeof invitations.$inferInsert>) =>
      db.update(invitations).set(values).where(eq(invitations.id, id));
    await set(expired.id, { expiresAt: new Date(Date.now() - 1) });
    await set(revoked.id, { revokedAt: new Date() });
    const cookie = await cookieOf(await makePerson(services));
    const pages = [];
    for (const { code } of links) {
      const page = await get(`/join/${code}`, cookie);
      expect(page.status).toBe(410);
      expect((await post(`/join/${code}`, cookie)).status).toBe(422);
      const html = (await page.text()).replaceAll(code, "");
      expect(html).toContain("This invitation is no longer valid. Ask the coordinator for a new one.");
      pages.push(html.replace(/nonce="[^"]*"/g, "").replace(/"[\w-]{36}"/g, ""));
    }
    expect(new Set(pages.map((html) => html.length)).size).toBe(1);
  });

  it("is 404 for an unknown code, and guesses are slowed down while real links keep working", async () => {
    const { code } = await makeLink(services, lead, slug);
    const person = await makePerson(services);
    const guess = (handler: Parameters<typeof ask>[1], form?: Record<string, string>) =>
      statusOf(
        answer(handler, "/join/x", {
          as: person,
          params: { code: "A".repeat(43) },
          ...(form ? { form } : {}),
        }),
      );
    const statuses = [];
    for (let tries = 0; tries < 6; tries++) {
      statuses.push(await guess(joinPage));
      statuses.push(await guess(joinAction, {}));
    }
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
    expect(await statusOf(answer(joinPage, "/join/x", { as: person, params: { code } }))).toBe(200);
  });
});

describe("fifty people press at the same moment", () => {
  it("and a link for ten admits exactly ten; one person pressing twenty times uses it once", async () => {
    const { id, code } = await makeLink(services, lead, slug, { usesLimit: 10 });
    const people = [];
    for (let more = 0; more < 50; more++) people.push(await makePerson(services));
    const cookies = await Promise.all(people.map(cookieOf));
    const twenty = await Promise.all(Array.from({ length: 20 }, () => post(`/join/${code}`, cookies[0]!)));
    expect(twenty.map(({ status }) => status)).toEqual(Array(20).fill(302));
    const uses = async () => (await db.select().from(invitations).where(eq(invitations.id, id)))[0]!.uses;
    expect(await uses()).toBe(1);
    const before = await db.$count(memberships, eq(memberships.networkId, networkId));
    const answers = await Promise.all(cookies.map((cookie) => post(`/join/${code}`, cookie)));
    const statuses = answers.map(({ status }) => status);
    // The first is a member already and uses nothing up.
    expect(statuses.filter((status) => status === 302)).toHaveLength(10);
    expect(statuses.filter((status) => status === 422)).toHaveLength(40);
    expect(await db.$count(memberships, eq(memberships.networkId, networkId))).toBe(before + 9);
    expect(await uses()).toBe(10);
  });
});

describe("the log", () => {
  it("never holds a code", async () => {
    const { requestLog } = await import("~/platform/http/request-log.server");
    const lines: unknown[] = [];
    const log = { info: (entry: unknown) => lines.push(entry), error: (entry: unknown) => lines.push(entry) };
    const { code } = await makeLink(services, lead, slug);
    const handle = requestLog(log as unknown as Parameters<typeof requestLog>[0]);
    const asked = [`/join/${code}`, `/join/${code}.data?x=1`, `/sign-in?next=/join/${code}`];
    for (const originalUrl of [...asked, `/%6Aoin/${code}`, `//join%2F${code}`]) {
      const res = {
        locals: {},
        setHeader: () => undefined,
        on: (_event: string, done: () => void) => done(),
      };
      handle({ originalUrl, method: "GET" } as never, res as never, () => undefined);
    }
    expect(lines).toHaveLength(5);
    expect(JSON.stringify(lines)).not.toContain(code);
    expect(lines[0]).toMatchObject({ path: "/join/…" });
  });
});

describe("a member", () => {
  it("is told kindly, also by a link that is over", async () => {
    const { id, code } = await makeLink(services, lead, slug);
    const member = await makePerson(services);
    await joinByInvitation(services, member, { code });
    await db.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.id, id));
    const { data } = (await answer(joinPage, "/join/x", { as: member, params: { code } })) as {
      data: { state: string };
    };
    expect(data.state).toBe("member");
  });
});
