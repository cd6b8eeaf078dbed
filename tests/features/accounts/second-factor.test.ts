import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { beginSecondFactor } from "~/features/accounts/operations/begin-second-factor.server";
import { changePassword } from "~/features/accounts/operations/change-password.server";
import { confirmSecondFactor } from "~/features/accounts/operations/confirm-second-factor.server";
import { removeOwnSecondFactor } from "~/features/accounts/operations/remove-second-factor.server";
import { renewRecoveryCodes } from "~/features/accounts/operations/renew-recovery-codes.server";
import { resetSecondFactor } from "~/features/accounts/operations/reset-second-factor.server";
import { seal, unseal } from "~/platform/secrets/sealed.server";
import { type Person, system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, pendingSignIns, recoveryCodes, secondFactors, sessions } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { codeOf, giveSecondFactor, letTimePass } from "../../factories/second-factors";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";
import { tokenIn } from "./post";

let at: House;
let services: Services;
let url: string;
beforeAll(async () => {
  at = await house();
  services = at.services;
  url = (await site()).url;
});

const actsOn = async (personId: string) =>
  (await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, personId))).map(
    ({ act }) => act,
  );
const sessionsOf = (personId: string) =>
  services.db.select().from(sessions).where(eq(sessions.personId, personId));
const proof = async (person: Person, code?: string) => ({
  code: code ?? (await codeOf(services, person.id)),
  currentPassword: PASSWORD,
});

/** A browser in which the password was right and the code is owed. */
async function owing(person: Person, next = "/") {
  const browser = httpBrowser(url);
  const answer = await browser.post("/sign-in", { email: person.email, password: PASSWORD, next });
  expect(answer.status).toBe(302);
  expect(answer.location).toMatch(/^\/sign-in\/code/);
  return { ...browser, location: answer.location! };
}

async function withFactor() {
  const person = await makePerson(services);
  return { person, codes: await giveSecondFactor(services, person) };
}

describe("setting up", () => {
  it("shows picture and key, takes password and code, and shows ten codes once", async () => {
    const person = await makePerson(services);
    const browser = httpBrowser(url);
    await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
    const page = "/settings/second-factor";
    expect((await browser.post(page, { intent: "begin" })).location).toBe(page);
    const begun = await browser.get(page);
    expect(begun.headers.get("Cache-Control")).toContain("no-store");
    expect(begun.body).toContain('<svg class="qr-code"');
    const key = /class="code wrap-anywhere">([A-Z2-7 ]+)</.exec(begun.body)?.[1] ?? "";
    expect(key.replaceAll(" ", "")).toMatch(/^[A-Z2-7]{32}$/);
    const wrong = await browser.post(page, { intent: "confirm", ...(await proof(person, "000000")) });
    expect(wrong.status).toBe(422);
    const unproved = { code: await codeOf(services, person.id), currentPassword: "a wrong guess" };
    const refused = await browser.post(page, { intent: "confirm", ...unproved });
    expect(refused.status).toBe(422);
    expect(refused.body).not.toContain(unproved.code);
    const done = await browser.post(page, { intent: "confirm", ...(await proof(person)) });
    expect(done.status).toBe(200);
    const codes = done.body.matchAll(/class="code">([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</g);
    const shown = new Set([...codes].map(([, code]) => code!));
    expect(shown.size).toBe(10);
    const after = await browser.get(page);
    for (const code of shown) expect(after.body).not.toContain(code);
    expect(after.body).not.toContain(key);
    expect(after.body).toContain("10 recovery codes are left");
    expect(await actsOn(person.id)).toEqual(["second factor set up"]);
    await at.runJobs();
    const mail = (await at.mails()).find(({ recipient }) => recipient === person.email);
    expect(mail?.subject).toBe("The second step of your account changed");
  });

  it("counts for nothing before it is confirmed", async () => {
    const person = await makePerson(services);
    await beginSecondFactor(services, person);
    const browser = httpBrowser(url);
    const answer = await browser.post("/sign-in", {
      email: person.email,
      password: PASSWORD,
      next: "/packs",
    });
    expect(answer.location).toBe("/packs");
  });

  it("keeps neither secret nor codes readable, and the key outside the database", async () => {
    const { person, codes } = await withFactor();
    const [row] = await services.db.select().from(secondFactors).where(eq(secondFactors.personId, person.id));
    const { dataDir } = services.config;
    const secret = await unseal(dataDir, row!.sealedSecret, person.id);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const stored = await services.db
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.personId, person.id));
    const all = JSON.stringify([row, stored]);
    for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))]) {
      expect(all).not.toContain(text);
    }
    const file = path.join(dataDir, "secrets", "sealing-key");
    expect(await readFile(file, "utf8")).toMatch(/^[0-9a-f]{64}$/);
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    // Moved to another person's row, it opens nothing.
    await expect(unseal(dataDir, row!.sealedSecret, "somebody else")).rejects.toThrow();
    expect(await seal(dataDir, "same", "x")).not.toBe(await seal(dataDir, "same", "x"));
  });

  it("is not overwritten by a second beginning, and is nobody's but a person's own", async () => {
    const { person } = await withFactor();
    const code = await codeOf(services, person.id);
    await beginSecondFactor(services, person);
    expect(await codeOf(services, person.id)).toBe(code);
    await expect(confirmSecondFactor(services, person, await proof(person))).rejects.toThrow(
      "accounts_second_factor_already",
    );
    for (const actor of [visitor, system]) {
      const input = { code: "123456", currentPassword: PASSWORD };
      await expect(beginSecondFactor(services, actor)).rejects.toThrow("error_not_allowed");
      await expect(confirmSecondFactor(services, actor, input)).rejects.toThrow("error_not_allowed");
      await expect(removeOwnSecondFactor(services, actor, input)).rejects.toThrow("error_not_allowed");
      await expect(renewRecoveryCodes(services, actor, input)).rejects.toThrow("error_not_allowed");
    }
    await expect(resetSecondFactor(services, person, { email: person.email })).rejects.toThrow(
      "error_not_allowed",
    );
  });
});

describe("signing in with it", () => {
  it("opens no session before the code, and then one that leads where the reader wanted to go", async () => {
    const { person } = await withFactor();
    const browser = await owing(person, "/packs?page=2");
    expect(browser.jar.has("staffroom_session")).toBe(false);
    expect(await sessionsOf(person.id)).toEqual([]);
    expect((await browser.get("/settings")).location).toMatch(/^\/sign-in/);
    expect((await browser.get(browser.location)).status).toBe(200);
    const planted = "A".repeat(43);
    browser.jar.set("staffroom_session", planted);
    const answer = await browser.post(browser.location, { code: await codeOf(services, person.id) });
    expect(answer).toMatchObject({ status: 302, location: "/packs?page=2" });
    expect(browser.jar.get("staffroom_session")).not.toBe(planted);
    expect(browser.jar.has("staffroom_sign_in")).toBe(false);
    expect((await browser.get("/settings")).status).toBe(200);
  });

  it("takes a code once, and after it no older one", async () => {
    const { person } = await withFactor();
    const [seen, older] = [await codeOf(services, person.id), await codeOf(services, person.id, -30)];
    const [first, second] = [await owing(person), await owing(person)];
    expect((await first.post("/sign-in/code", { code: seen })).status).toBe(302);
    for (const code of [seen, older]) {
      expect((await second.post("/sign-in/code", { code })).status).toBe(422);
    }
    expect(await sessionsOf(person.id)).toHaveLength(1);
  });

  it("lets one of five browsers that post one code at once in", async () => {
    const { person } = await withFactor();
    const code = await codeOf(services, person.id);
    const browsers = await Promise.all(Array.from({ length: 5 }, () => owing(person)));
    const all = await Promise.all(browsers.map((browser) => browser.post("/sign-in/code", { code })));
    expect(all.filter(({ status }) => status === 302)).toHaveLength(1);
    expect(await sessionsOf(person.id)).toHaveLength(1);
  });

  it("takes each recovery code once, typed in any way", async () => {
    const { person, codes } = await withFactor();
    const typed = codes[0]!.toUpperCase().replaceAll("-", " ");
    expect((await (await owing(person)).post("/sign-in/code", { code: typed })).status).toBe(302);
    expect((await (await owing(person)).post("/sign-in/code", { code: codes[0]! })).status).toBe(422);
    const other = await withFactor();
    expect((await (await owing(other.person)).post("/sign-in/code", { code: codes[1]! })).status).toBe(422);
    const browser = await owing(person);
    await browser.post("/sign-in/code", { code: codes[1]! });
    expect((await browser.get("/settings/security")).body).toContain("8 recovery codes are left");
  });

  it("works in no other browser, after ten minutes, or twice", async () => {
    const { person } = await withFactor();
    const code = await codeOf(services, person.id);
    const other = httpBrowser(url);
    expect((await other.post("/sign-in/code", { code })).location).toBe("/sign-in");
    other.jar.set("staffroom_sign_in", "B".repeat(43));
    expect((await other.post("/sign-in/code", { code })).location).toBe("/sign-in");
    const late = await owing(person);
    const past = sql`now() - interval '1 second'`;
    await services.db
      .update(pendingSignIns)
      .set({ expiresAt: past })
      .where(eq(pendingSignIns.personId, person.id));
    expect((await late.get("/sign-in/code?next=/packs")).location).toBe("/sign-in?next=%2Fpacks");
    await late.post("/sign-in/code", { code });
    expect(await sessionsOf(person.id)).toEqual([]);
    const once = await owing(person);
    const token = once.jar.get("staffroom_sign_in")!;
    expect((await once.post("/sign-in/code", { code })).status).toBe(302);
    const thief = httpBrowser(url);
    thief.jar.set("staffroom_sign_in", token);
    await letTimePass(services, person.id);
    await thief.post("/sign-in/code", { code: await codeOf(services, person.id) });
    expect(thief.jar.has("staffroom_session")).toBe(false);
  });

  it("allows ten wrong codes an account, in however many browsers, and says when to come again", async () => {
    const { person, codes } = await withFactor();
    const browsers = await Promise.all(Array.from({ length: 4 }, () => owing(person)));
    const tries = await Promise.all(
      Array.from({ length: 16 }, (_, i) => browsers[i % 4]!.post("/sign-in/code", { code: "000000" })),
    );
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(6);
    // Signing in again with the right password gives no fresh tries, and a recovery code none either.
    const again = await owing(person);
    const answer = await again.post("/sign-in/code", { code: codes[0]! });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
  });

  it("still counts wrong passwords from one address, whoever gives right ones in between", async () => {
    const sprayer = await withFactor();
    const tries = [];
    for (let i = 0; i < 12; i++) {
      await owing(sprayer.person).catch(() => undefined);
      const fields = { email: `sprayed-${i}@example.org`, password: "wrong password", next: "/" };
      tries.push((await httpBrowser(url).post("/sign-in", fields)).status);
    }
    expect(tries.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(tries.at(-1)).toBe(429);
    await services.db.execute(sql`delete from rate_limits`);
  });

  it("leads to no other site, and takes no post from one", async () => {
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "/%5cevil.example"]) {
      const { person } = await withFactor();
      const browser = await owing(person, next);
      expect(browser.location).toBe("/sign-in/code");
      const address = `/sign-in/code?next=${encodeURIComponent(next)}`;
      const code = await codeOf(services, person.id);
      const forged = await browser.post(address, { code }, { Origin: "https://evil.example" });
      expect(forged.status).toBe(403);
      expect((await browser.post(address, { code })).location).toBe("/");
    }
  });

  it("tells a wrong password from a right one no sooner than without it", async () => {
    const { person } = await withFactor();
    const plain = await makePerson(services);
    const answers = [];
    for (const email of [person.email, plain.email, "nobody-here@example.org"]) {
      const answer = await httpBrowser(url).post("/sign-in", {
        email,
        password: "wrong password",
        next: "/",
      });
      answers.push({ status: answer.status, body: withoutPrivate(answer.body, email) });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

const withoutPrivate = (body: string, email: string) =>
  body.replaceAll(email, "the address").replace(/nonce="[^"]*"/g, "");

describe("the ways around it", () => {
  it("a password set by mail opens no session without the code", async () => {
    const { person } = await withFactor();
    const pending = await owing(person);
    const browser = httpBrowser(url);
    await browser.post("/reset-password", { email: person.email });
    await at.runJobs();
    const mail = (await at.mails()).find(
      ({ recipient, subject }) => recipient === person.email && subject === "Set a new password",
    );
    const answer = await browser.post("/reset-password", {
      token: tokenIn(mail),
      password: "a wholly new secret",
    });
    expect(answer.location).toBe(`/sign-in/code?next=${encodeURIComponent("/settings?done=password")}`);
    expect(await sessionsOf(person.id)).toEqual([]);
    const code = await codeOf(services, person.id);
    // Who knew the old password and waited for the code waits in vain.
    await pending.post("/sign-in/code", { code });
    expect(await sessionsOf(person.id)).toEqual([]);
    expect((await browser.post(answer.location!, { code })).location).toBe("/settings?done=password");
  });

  it("a password changed meanwhile ends the waiting for a code", async () => {
    const { person } = await withFactor();
    const waiting = await owing(person);
    const change = { currentPassword: PASSWORD, password: "a wholly new secret", cookies: null };
    await changePassword(services, person, change);
    await waiting.post("/sign-in/code", { code: await codeOf(services, person.id) });
    expect(waiting.jar.has("staffroom_session")).toBe(false);
  });
});

describe("changing it", () => {
  it("makes new recovery codes in place of the old, for password and code", async () => {
    const { person, codes } = await withFactor();
    await expect(renewRecoveryCodes(services, person, await proof(person, "000000"))).rejects.toMatchObject({
      code: "accounts_code_wrong",
      field: "code",
    });
    const renewed = await renewRecoveryCodes(services, person, await proof(person));
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(renewed.recoveryCodes).not.toContain(codes[0]);
    await expect(renewRecoveryCodes(services, person, await proof(person, codes[0]))).rejects.toThrow(
      "accounts_code_wrong",
    );
  });

  it("is turned off with password and code only", async () => {
    const { person, codes } = await withFactor();
    const wrong = { code: await codeOf(services, person.id), currentPassword: "a wrong guess" };
    await expect(removeOwnSecondFactor(services, person, wrong)).rejects.toMatchObject({
      field: "currentPassword",
    });
    await expect(removeOwnSecondFactor(services, person, await proof(person, "000000"))).rejects.toThrow(
      "accounts_code_wrong",
    );
    await removeOwnSecondFactor(services, person, await proof(person, codes[9]));
    expect(
      await services.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, person.id)),
    ).toEqual([]);
    const answer = await httpBrowser(url).post("/sign-in", {
      email: person.email,
      password: PASSWORD,
      next: "/packs",
    });
    expect(answer.location).toBe("/packs");
    expect(await actsOn(person.id)).toContain("second factor removed");
  });

  it("is reset by whoever runs the site, who writes it down and tells the person", async () => {
    const { person } = await withFactor();
    await at.runJobs();
    await resetSecondFactor(services, system, { email: ` ${person.email.toUpperCase()} ` });
    expect(await actsOn(person.id)).toContain("second factor reset");
    await at.runJobs();
    const mails = (await at.mails()).filter(({ recipient }) => recipient === person.email);
    expect(mails[0]?.text).toContain("Whoever runs this Staffroom reset the second step");
    await expect(resetSecondFactor(services, system, { email: person.email })).rejects.toThrow(
      "accounts_second_factor_none",
    );
    await expect(resetSecondFactor(services, system, { email: "nobody@example.org" })).rejects.toThrow(
      "accounts_nobody",
    );
  });
});
