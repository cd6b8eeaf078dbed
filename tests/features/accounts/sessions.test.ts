import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { endOwnOtherSessions } from "~/features/accounts/operations/end-other-sessions.server";
import { endOwnSession } from "~/features/accounts/operations/end-session.server";
import { system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { browserName } from "~/platform/sessions/browser-name.server";
import { auditEntries, sessions } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { house } from "../../support/house";
import { FIREFOX, httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";

let services: Services;
let url: string;
beforeAll(async () => {
  services = (await house()).services;
  url = (await site()).url;
});

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const page = "/settings/security";

async function signedIn(email: string, userAgent = FIREFOX) {
  const browser = httpBrowser(url, userAgent);
  const answer = await browser.post("/sign-in", { email, password: PASSWORD, next: "/" });
  expect(answer.status).toBe(302);
  return browser;
}

const rowsOf = (personId: string) =>
  services.db.select().from(sessions).where(eq(sessions.personId, personId)).orderBy(sessions.createdAt);

describe("the list of browsers", () => {
  it("names each in plain words, says which one this is, and never a token, its hash or an address", async () => {
    const person = await makePerson(services);
    const here = await signedIn(person.email);
    await signedIn(person.email, IPHONE);
    const { body } = await here.get(page);
    expect(body).toContain("Firefox on Windows");
    expect(body).toContain("Safari on iOS");
    expect(body.match(/this browser/g)).toHaveLength(1);
    for (const row of await rowsOf(person.id)) expect(body).not.toContain(row.id);
    expect(body).not.toContain(here.jar.get("staffroom_session"));
    expect(body).not.toMatch(/127\.0\.0\.1|::1/);
  });

  it("is linked from the settings, and asks a visitor to sign in", async () => {
    const person = await makePerson(services);
    const here = await signedIn(person.email);
    expect((await here.get("/settings")).body).toContain('href="/settings/security"');
    expect((await here.get(page)).body).toContain('href="/settings#password"');
    expect((await httpBrowser(url).get(page)).location).toBe("/sign-in?next=%2Fsettings%2Fsecurity");
  });

  it("notes use once a quarter of an hour, however many requests come", async () => {
    const person = await makePerson(services);
    const here = await signedIn(person.email);
    const past = sql`now() - interval '3 hours'`;
    await services.db.update(sessions).set({ usedAt: past }).where(eq(sessions.personId, person.id));
    const written = () =>
      services.db.execute<{ xmin: string; usedAt: Date }>(
        sql`select xmin::text, used_at as "usedAt" from sessions where person_id = ${person.id}`,
      );
    await here.get(page);
    const [first] = (await written()).rows;
    const usedAt = new Date(first!.usedAt).getTime();
    expect(usedAt % (15 * 60_000)).toBe(0);
    expect(Date.now() - usedAt).toBeLessThan(16 * 60_000);
    await Promise.all([here.get(page), here.get("/"), here.get("/packs")]);
    const [later] = (await written()).rows;
    // The clock may have reached the next quarter between the two; then it is written once more.
    if (new Date(later!.usedAt).getTime() === usedAt) expect(later!.xmin).toBe(first!.xmin);
  });
});

describe("the name of a browser", () => {
  it.each([
    ["", { browser: "", system: "" }],
    [FIREFOX, { browser: "Firefox", system: "Windows" }],
    [IPHONE, { browser: "Safari", system: "iOS" }],
  ])("of %s is plain", (userAgent, name) => expect(browserName(userAgent)).toEqual(name));

  it("stays short and harmless whatever a program calls itself", () => {
    for (const odd of [
      "x".repeat(100_000),
      `<script>alert(1)</script>${"a/1 ".repeat(9_000)}`,
      `${"Z".repeat(300)}/1.0`,
    ]) {
      const { browser, system } = browserName(odd);
      expect(browser.length).toBeLessThanOrEqual(40);
      expect(system.length).toBeLessThanOrEqual(40);
      expect(browser + system).not.toMatch(/[<>()"]/);
    }
  });
});

describe("ending sessions", () => {
  it("ends the one that was chosen, and no other", async () => {
    const person = await makePerson(services);
    const [here, there] = [await signedIn(person.email), await signedIn(person.email, IPHONE)];
    const [, other] = await rowsOf(person.id);
    const answer = await here.post(page, { sessionId: other!.publicId });
    expect(answer).toMatchObject({ status: 302, location: `${page}?done=ended` });
    expect((await there.get(page)).status).toBe(302);
    expect((await here.get(page)).status).toBe(200);
  });

  it("ends all others", async () => {
    const person = await makePerson(services);
    const stranger = await signedIn((await makePerson(services)).email);
    const [here, there] = [await signedIn(person.email), await signedIn(person.email, IPHONE)];
    expect((await here.post(page, { intent: "others" })).location).toBe(`${page}?done=others-ended`);
    expect((await there.get(page)).status).toBe(302);
    expect((await here.get(page)).status).toBe(200);
    expect((await stranger.get(page)).status).toBe(200);
    const acts = await services.db.select().from(auditEntries).where(eq(auditEntries.actorId, person.id));
    expect(acts.map(({ act }) => act)).toEqual(["other sessions ended"]);
  });

  it("finds nothing under a guessed id, somebody else's, or the stored hash", async () => {
    const [person, victim] = [await makePerson(services), await makePerson(services)];
    const [here, theirs] = [await signedIn(person.email), await signedIn(victim.email)];
    const [[own], [foreign]] = [await rowsOf(person.id), await rowsOf(victim.id)];
    for (const sessionId of [foreign!.publicId, foreign!.id, own!.id, "0", "", "' or 1=1 --"]) {
      expect((await here.post(page, { sessionId })).status).toBe(404);
    }
    expect((await theirs.get(page)).status).toBe(200);
    expect((await here.get(page)).status).toBe(200);
  });

  it("is no link and no other site's to send, and nobody's but a person's own", async () => {
    const person = await makePerson(services);
    const [here, there] = [await signedIn(person.email), await signedIn(person.email)];
    const [, other] = await rowsOf(person.id);
    const sessionId = other!.publicId;
    const forged = await here.post(page, { intent: "others" }, { Origin: "https://evil.example" });
    expect(forged.status).toBe(403);
    await here.get(`${page}?sessionId=${sessionId}&intent=others`);
    expect((await there.get(page)).status).toBe(200);
    for (const actor of [visitor, system]) {
      await expect(endOwnSession(services, actor, { sessionId })).rejects.toThrow("error_not_allowed");
      await expect(endOwnOtherSessions(services, actor, { cookies: null })).rejects.toThrow(
        "error_not_allowed",
      );
    }
  });
});

it("a new password ends every other session and gives this browser a new one", async () => {
  const person = await makePerson(services);
  const [here, there] = [await signedIn(person.email), await signedIn(person.email, IPHONE)];
  const before = here.jar.get("staffroom_session");
  const fields = { intent: "password", currentPassword: PASSWORD, password: "a wholly new secret" };
  expect((await here.post("/settings", fields)).location).toBe("/settings?done=password");
  expect(here.jar.get("staffroom_session")).not.toBe(before);
  expect((await there.get(page)).status).toBe(302);
  const { body } = await here.get(page);
  expect(body.match(/Firefox on Windows/g)?.length).toBeGreaterThan(0);
  expect(body).not.toContain("Safari on iOS");
});
