import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { changeSettings } from "~/features/administration/operations/change-settings.server";
import { admitRequest } from "~/features/networks/operations/admit-request.server";
import { type Person, system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { readSession } from "~/platform/sessions/sessions.server";
import { auditEntries, joinRequests } from "~db/schema";
import { makeCoordinator, makeMember, makeNetwork, makeRequest } from "../../factories/networks";
import { makePerson, PASSWORD } from "../../factories/people";
import { codeOf, giveSecondFactor } from "../../factories/second-factors";
import { house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";

let services: Services;
let url: string;
beforeAll(async () => {
  services = (await house()).services;
  url = (await site()).url;
});

const page = "/admin/settings";
const makeAdministrator = () => makePerson(services, { siteRoles: ["administrator"] });

async function signedIn(person: Person) {
  const browser = httpBrowser(url);
  const answer = await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
  if (answer.location === "/sign-in/code") {
    await browser.post("/sign-in/code", { code: await codeOf(services, person.id) });
  }
  expect(browser.jar.has("staffroom_session")).toBe(true);
  return browser;
}

describe("the page of settings", () => {
  it("is for administrators: others may not, a visitor signs in first", async () => {
    const member = await signedIn(await makePerson(services));
    expect((await member.get(page)).status).toBe(403);
    expect((await member.post(page, { secondFactorRequired: "yes" })).status).toBe(403);
    expect((await httpBrowser(url).get(page)).location).toBe("/sign-in?next=%2Fadmin%2Fsettings");
    await expect(changeSettings(services, visitor, { secondFactorRequired: true })).rejects.toThrow(
      "error_not_allowed",
    );
  });

  it("asks of others only what its reader has, and writes down who changed what", async () => {
    const administrator = await makeAdministrator();
    const browser = await signedIn(administrator);
    const refused = await browser.post(page, { secondFactorRequired: "yes" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Set up your own second step first.");
    await giveSecondFactor(services, administrator);
    expect((await browser.post(page, { secondFactorRequired: "yes" })).location).toBe(`${page}?done=saved`);
    expect((await browser.get(page)).body).toMatch(/<input[^>]*secondFactorRequired[^>]*checked/);
    expect((await browser.post(page, {})).location).toBe(`${page}?done=saved`);
    const trail = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, "second-factor-required"));
    expect(trail.map(({ actorId, details }) => [actorId, details.secondFactorRequired])).toEqual([
      [administrator.id, true],
      [administrator.id, false],
    ]);
  });
});

describe("where a second factor is asked for", () => {
  beforeAll(() => changeSettings(services, system, { secondFactorRequired: true }));

  it("an administrator without one is led to it, and is an administrator as soon as it is set up", async () => {
    const administrator = await makeAdministrator();
    const browser = await signedIn(administrator);
    const way = "/settings/second-factor?next=%2Fadmin%2Fsettings";
    expect((await browser.get(page)).location).toBe(way);
    expect((await browser.post(page, {})).location).toMatch(/^\/settings\/second-factor/);
    expect((await browser.get("/networks")).body).toContain("What you do as one waits until you have it.");
    await browser.post(way, { intent: "begin" });
    const code = await codeOf(services, administrator.id);
    const done = await browser.post(way, { intent: "confirm", code, currentPassword: PASSWORD });
    expect(done.body).toContain(`href="${page}"`);
    expect((await browser.get(page)).status).toBe(200);
    expect((await browser.get("/networks")).body).not.toContain("What you do as one waits");
  });

  it("a coordinator without one does nothing as such, and all that members do", async () => {
    const { slug, id } = await makeNetwork(services, { joinPolicy: "request" });
    const open = await makeNetwork(services);
    const coordinator = await makeCoordinator(services, open.slug);
    const deputy = await signedIn(coordinator);
    expect((await deputy.get(`/networks/${open.slug}/members`)).status).toBe(200);
    expect((await deputy.get(`/networks/${open.slug}`)).status).toBe(200);
    expect((await deputy.get(`/networks/${open.slug}/coordinate`)).location).toBe(
      `/settings/second-factor?next=${encodeURIComponent(`/networks/${open.slug}/coordinate`)}`,
    );

    // The same in the operation, by somebody whose administrator's role waits.
    await makeRequest(services, slug);
    const [request] = await services.db.select().from(joinRequests).where(eq(joinRequests.networkId, id));
    const administrator = await makeAdministrator();
    const { jar } = await signedIn(administrator);
    const store = { db: services.db, appUrl: services.config.appUrl };
    const read = () => readSession(store, `staffroom_session=${jar.get("staffroom_session")}`);
    const waiting = (await read()).person!;
    await expect(admitRequest(services, waiting, { slug, requestId: request!.id })).rejects.toThrow(
      "error_not_allowed",
    );
    await giveSecondFactor(services, administrator);
    await admitRequest(services, (await read()).person!, { slug, requestId: request!.id });

    await giveSecondFactor(services, coordinator);
    expect((await deputy.get(`/networks/${open.slug}/coordinate`)).status).toBe(200);
  });

  it("a member notices nothing", async () => {
    const { slug } = await makeNetwork(services);
    const member = await signedIn(await makeMember(services, slug));
    const home = await member.get(`/networks/${slug}`);
    expect(home.status).toBe(200);
    expect(home.body).not.toContain("What you do as one waits");
    expect((await member.get(`/networks/${slug}/coordinate`)).status).toBe(403);
  });
});
