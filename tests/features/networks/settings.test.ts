import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { networkAtlas } from "~/features/networks/index.server";
import { admitRequest } from "~/features/networks/operations/admit-request.server";
import { changeSettings } from "~/features/networks/operations/change-settings.server";
import { closeNetwork } from "~/features/networks/operations/close-network.server";
import { inviteByLetter } from "~/features/networks/operations/invite-by-letter.server";
import { joinByInvitation } from "~/features/networks/operations/join-by-invitation.server";
import { joinNetwork } from "~/features/networks/operations/join-network.server";
import { requestToJoin } from "~/features/networks/operations/request-to-join.server";
import { action as closeAction, loader as closePage } from "~/features/networks/pages/close.server";
import { loader as joinPage } from "~/features/networks/pages/join.server";
import { loader as networkPage } from "~/features/networks/pages/network.server";
import { action, loader } from "~/features/networks/pages/settings.server";
import { networkSearchable } from "~/features/networks/searchable.server";
import { Conflict, NotAllowed } from "~/platform/errors/errors";
import { type Actor, type Person, visitor } from "~/platform/services/actor";
import { auditEntries, joinRequests, networks, notifications, searchDocuments } from "~db/schema";
import type { NetworkState } from "~db/vocabulary/networks";
import { makeLink } from "../../factories/invitations";
import { makeCoordinator, makeMember, makeNetwork, makeRequest } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { newsGoesOut } from "../../support/news";
import { ask } from "../packs/ask";

const { services, runJobs, mails } = await house();
const { db } = services;

async function ledNetwork() {
  const { id, slug } = await makeNetwork(services);
  const lead = await makeCoordinator(services, slug);
  const deputy = await makeCoordinator(services, slug, { duty: "deputy" });
  return { id, slug, lead, deputy };
}

const rowOf = async (id: string) => (await db.select().from(networks).where(eq(networks.id, id)))[0]!;

/** Changes some settings and leaves the others as they are. */
async function change(actor: Actor, id: string, wanted: Partial<typeof networks.$inferInsert>) {
  const { slug, version, name, summary, description, joinPolicy, welcome, state } = await rowOf(id);
  const as = { slug, version, name, summary, description, joinPolicy, welcome, state, ...wanted };
  await changeSettings(services, actor, as);
}

const setState = (id: string, state: NetworkState) =>
  db.update(networks).set({ state }).where(eq(networks.id, id));

const auditOf = (id: string) =>
  db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.act, "network changed")));

describe("changing the settings", () => {
  it("is written down, and atlas and search follow, the address stays", async () => {
    const { id, slug, deputy } = await ledNetwork();
    await runJobs();
    await change(deputy, id, { name: "Zephyr Moor", welcome: "Hello!", joinPolicy: "request" });
    expect(await rowOf(id)).toMatchObject({ slug, name: "Zephyr Moor", version: 2 });
    expect(await auditOf(id)).toMatchObject([
      { actorId: deputy.id, details: { fields: ["name", "joinPolicy", "welcome"], joinPolicy: "request" } },
    ]);
    expect((await networkAtlas(db)).find((network) => network.id === id)?.name).toBe("Zephyr Moor");
    await runJobs();
    const [found] = await db.select().from(searchDocuments).where(eq(searchDocuments.recordId, id));
    expect(found).toMatchObject({ title: "Zephyr Moor" });
  });

  it("writes nothing down where nothing changed", async () => {
    const { id, lead } = await ledNetwork();
    await change(lead, id, {});
    expect(await auditOf(id)).toEqual([]);
    expect((await rowOf(id)).version).toBe(1);
  });

  it("is for who coordinates this network", async () => {
    const [here, there] = [await ledNetwork(), await ledNetwork()];
    const member = await makeMember(services, here.slug);
    for (const actor of [visitor, member, there.lead]) {
      await expect(change(actor, here.id, { name: "Taken over" })).rejects.toThrow(NotAllowed);
    }
  });

  it("of two who save at once, one is told", async () => {
    const { id, lead, deputy } = await ledNetwork();
    const [first, second] = await Promise.allSettled([
      change(lead, id, { summary: "By the lead." }),
      change(deputy, id, { summary: "By the deputy." }),
    ]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    const refused = [first, second].find((each) => each.status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(Conflict);
  });
});

describe("the state of a network", () => {
  it("dormant: nobody joins or asks, but by invitation", async () => {
    const { id, slug, lead } = await ledNetwork();
    await change(lead, id, { state: "dormant" });
    const person = await makePerson(services);
    await expect(joinNetwork(services, person, { slug })).rejects.toMatchObject({
      code: "networks_no_join_dormant",
    });
    await change(lead, id, { joinPolicy: "request" });
    await expect(requestToJoin(services, person, { slug, message: "" })).rejects.toMatchObject({
      code: "networks_no_join_dormant",
    });
    await joinByInvitation(services, person, await makeLink(services, lead, slug));
    expect((await networkAtlas(db)).some((network) => network.id === id)).toBe(true);
  });

  it("closed: nobody joins in any way, members keep reading, and only they find it", async () => {
    const { id, slug, lead } = await ledNetwork();
    await change(lead, id, { joinPolicy: "request" });
    const waiting = await makeRequest(services, slug);
    const [request] = await db.select().from(joinRequests).where(eq(joinRequests.personId, waiting.id));
    const link = await makeLink(services, lead, slug);
    await closeNetwork(services, lead, { slug });
    const person = await makePerson(services);
    const closed = { code: "networks_no_join_closed" };
    await expect(joinNetwork(services, person, { slug })).rejects.toMatchObject(closed);
    await expect(requestToJoin(services, person, { slug, message: "" })).rejects.toMatchObject(closed);
    const requestId = request!.id;
    await expect(admitRequest(services, lead, { slug, requestId })).rejects.toMatchObject(closed);
    await expect(joinByInvitation(services, person, link)).rejects.toMatchObject({
      code: "networks_invitation_over",
    });
    const opened = await ask(services, joinPage, "/join/x", { as: person, params: { code: link.code } });
    expect(opened.result).toMatchObject({ data: { state: "over" }, init: { status: 410 } });
    const noInvitations = { code: "networks_no_invitations" };
    await expect(makeLink(services, lead, slug)).rejects.toMatchObject(noInvitations);
    await expect(
      inviteByLetter(services, lead, { slug, addresses: ["late@school.example"] }),
    ).rejects.toMatchObject(noInvitations);
    expect((await networkAtlas(db)).some((network) => network.id === id)).toBe(false);
    const [document] = await networkSearchable.loadDocuments(db, [id]);
    expect(document!.audience).toEqual([`network:${id}`]);
    const page = (await ask(services, networkPage, `/networks/${slug}`, { as: lead })).result;
    expect(page.head).toMatchObject({ state: "closed", may: { seeMembers: true, join: false } });
    expect(page.map.circles.some(({ own }) => own)).toBe(true);
  });

  it("is closed and opened again by the lead or an administrator only", async () => {
    const { id, slug, lead, deputy } = await ledNetwork();
    await expect(closeNetwork(services, deputy, { slug })).rejects.toThrow(NotAllowed);
    await expect(closeNetwork(services, visitor, { slug })).rejects.toThrow(NotAllowed);
    await expect(change(lead, id, { state: "closed" })).rejects.toMatchObject({ field: "state" });
    await closeNetwork(services, lead, { slug });
    await closeNetwork(services, lead, { slug });
    expect(await auditOf(id)).toHaveLength(1);
    await expect(change(deputy, id, { state: "active" })).rejects.toMatchObject({
      code: "networks_state_reopen",
    });
    await change(deputy, id, { summary: "What was here." });
    await change(lead, id, { state: "dormant" });
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await closeNetwork(services, administrator, { slug });
    expect((await rowOf(id)).state).toBe("closed");
  });

  it("is starting where a network was just founded", async () => {
    const { id } = await makeNetwork(services);
    expect((await networkAtlas(db)).find((network) => network.id === id)?.state).toBe("starting");
  });
});

describe("the welcome", () => {
  it("is read by members on the page, and by who is admitted in letter and notification", async () => {
    const { id, slug, lead } = await ledNetwork();
    await change(lead, id, { welcome: "Tea from four.\n\nBring a cup.", joinPolicy: "request" });
    const person = await makeRequest(services, slug);
    const welcomeFor = async (as?: Person) =>
      (await ask(services, networkPage, `/networks/${slug}`, { as })).result.welcome;
    expect(await welcomeFor()).toEqual([]);
    expect(await welcomeFor(person)).toEqual([]);
    const [request] = await db.select().from(joinRequests).where(eq(joinRequests.personId, person.id));
    await admitRequest(services, lead, { slug, requestId: request!.id });
    await newsGoesOut({ services, runJobs });
    expect(await welcomeFor(person)).toEqual(["Tea from four.", "Bring a cup."]);
    const letter = (await mails()).find(({ recipient }) => recipient === person.email);
    expect(letter!.text).toContain("Tea from four.\n\nBring a cup.");
    const [told] = await db.select().from(notifications).where(eq(notifications.personId, person.id));
    expect(told!.details).toMatchObject({ welcome: "Tea from four.\n\nBring a cup." });
  });
});

describe("the page of the settings", () => {
  const pathOf = (slug: string) => `/networks/${slug}/coordinate/settings`;
  const save = async (slug: string, as: Person, form: Record<string, string>) =>
    (await ask(services, action, pathOf(slug), { as, form }).catch((thrown) => ({ result: thrown }))).result;

  const fields = async (id: string) => {
    const { version, name, summary, description, joinPolicy, welcome, state } = await rowOf(id);
    return { version: String(version), name, summary, description, joinPolicy, welcome, state };
  };

  it("keeps what the second of two typed, says so, and saves it when they press again", async () => {
    const { id, slug, lead, deputy } = await ledNetwork();
    const before = await fields(id);
    expect(await save(slug, lead, { ...before, summary: "By the lead." })).toMatchObject({ status: 302 });
    const typed = { ...before, summary: "By the deputy." };
    const told = await save(slug, deputy, typed);
    expect(told).toMatchObject({
      init: { status: 409 },
      data: {
        values: { ...typed, version: "2" },
        errors: {
          "": expect.stringContaining("still here"),
          summary: "Saved meanwhile: “By the lead.”",
        },
      },
    });
    expect((await rowOf(id)).summary).toBe("By the lead.");
    const { values } = (told as { data: { values: Record<string, string> } }).data;
    expect(await save(slug, deputy, values)).toMatchObject({ status: 302 });
    expect((await rowOf(id)).summary).toBe("By the deputy.");
  });

  it("says each mistake at its field, and reads no field of somebody else's business", async () => {
    const { id, slug, deputy } = await ledNetwork();
    const before = await fields(id);
    const wrong = { ...before, name: " ", welcome: "x".repeat(2_001), state: "asleep", joinPolicy: "all" };
    expect(await save(slug, deputy, wrong)).toMatchObject({
      init: { status: 422 },
      data: {
        errors: {
          ...{ name: expect.any(String), welcome: expect.any(String) },
          ...{ state: expect.any(String), joinPolicy: expect.any(String) },
        },
        values: wrong,
      },
    });
    const { latitude } = await rowOf(id);
    const smuggled = { slug: "stolen", country: "FR", latitude: "0", id: "x", leadEmail: deputy.email };
    await save(slug, deputy, { ...before, ...smuggled, summary: "Changed." });
    expect(await rowOf(id)).toMatchObject({ slug, country: "GB", latitude, summary: "Changed." });
    expect(await save(slug, deputy, { ...(await fields(id)), state: "closed" })).toMatchObject({
      init: { status: 422 },
      data: { errors: { state: expect.any(String) } },
    });
  });

  it("is the coordinators'; closing is the lead's", async () => {
    const { id, slug, lead, deputy } = await ledNetwork();
    const other = await ledNetwork();
    const at = `/networks/${slug}/coordinate/close`;
    const statusOf = async (asked: Promise<unknown>) => {
      const given = await asked.catch((thrown) => thrown);
      return given instanceof Response ? given.status : 200;
    };
    const statuses = async (as: Person) => [
      await statusOf(ask(services, loader, pathOf(slug), { as })),
      await statusOf(ask(services, closePage, at, { as })),
    ];
    expect(await statuses(other.lead)).toEqual([403, 403]);
    expect(await statuses(deputy)).toEqual([200, 403]);
    expect(await statuses(lead)).toEqual([200, 200]);
    expect(await statusOf(ask(services, closeAction, at, { as: deputy, form: {} }))).toBe(403);
    expect((await rowOf(id)).state).toBe("starting");
    await setState(id, "active");
    const closed = (await ask(services, closeAction, at, { as: lead, form: {} })).result as Response;
    expect(closed.headers.get("Location")).toBe(`/networks/${slug}?done=closed`);
  });
});
