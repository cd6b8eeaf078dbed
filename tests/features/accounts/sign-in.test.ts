import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { signIn } from "~/features/accounts/operations/sign-in.server";
import { signOut } from "~/features/accounts/operations/sign-out.server";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { action } from "~/features/accounts/pages/sign-in.server";
import { visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { readSession } from "~/platform/sessions/sessions.server";
import { sessions } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";
import { asCookies, post } from "./post";

let at: House;
let services: Services;
beforeAll(async () => {
  at = await house();
  services = at.services;
});

let address = 0;
const elsewhere = () => `198.51.100.${++address}`;

const attempt = (email: string, password: string, more: { addressGroup?: string; cookies?: string } = {}) =>
  signIn(services, visitor, { email, password, addressGroup: elsewhere(), cookies: null, ...more });

const sessionsOf = (personId: string) =>
  services.db.select().from(sessions).where(eq(sessions.personId, personId));

const readerWith = async (cookies: string) =>
  (await readSession({ db: services.db, appUrl: services.config.appUrl }, cookies)).person;

describe("signing in", () => {
  it("opens a session whose token the database does not hold", async () => {
    const person = await makePerson(services);
    const { setCookie } = await attempt(person.email, PASSWORD);
    expect(setCookie).toMatch(/^staffroom_session=[\w-]{43}; .*HttpOnly/);
    const token = setCookie.split(/[=;]/)[1] as string;
    const [session] = await sessionsOf(person.id);
    expect(session?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(session)).not.toContain(token);
    expect((await readerWith(asCookies([setCookie])))?.id).toBe(person.id);
    // What lies in the table opens nothing.
    expect(await readerWith(`staffroom_session=${session?.id}`)).toBeNull();
  });

  it("never goes on with a session that was there before", async () => {
    const [first, second] = [await makePerson(services), await makePerson(services)];
    const before = await attempt(first.email, PASSWORD);
    const after = await attempt(second.email, PASSWORD, { cookies: asCookies([before.setCookie]) });
    expect(asCookies([after.setCookie])).not.toBe(asCookies([before.setCookie]));
    expect(await readerWith(asCookies([before.setCookie]))).toBeNull();
    const planted = `staffroom_session=${"A".repeat(43)}`;
    const third = await attempt(second.email, PASSWORD, { cookies: planted });
    expect(asCookies([third.setCookie])).not.toBe(planted);
  });

  it("refuses a wrong password, an unknown address and an unconfirmed one in the same words", async () => {
    const person = await makePerson(services);
    const waiting = { name: "Wanda", email: "waiting@example.org", password: PASSWORD, locale: "en" };
    await signUp(services, visitor, { ...waiting, addressGroup: elsewhere() });
    const answers = [];
    for (const [email, password] of [
      [person.email, "wrong password"],
      ["nobody@example.org", PASSWORD],
      [waiting.email, PASSWORD],
      [waiting.email, "wrong password"],
    ] as const) {
      const answer = await post(
        services,
        action,
        { email, password, next: "/" },
        { addressGroup: elsewhere() },
      );
      answers.push({ ...answer, body: answer.body.replace(email, "the address") });
    }
    expect(answers[0]).toMatchObject({ status: 422, cookies: [] });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("writes again to somebody whose address is not confirmed, if the password is right", async () => {
    const waiting = { name: "Wim", email: "wim@example.org", password: PASSWORD, locale: "en" };
    await signUp(services, visitor, { ...waiting, addressGroup: elsewhere() });
    await expect(attempt(waiting.email, "wrong password")).rejects.toThrow("accounts_sign_in_refused");
    await expect(attempt(waiting.email, PASSWORD)).rejects.toThrow("accounts_sign_in_refused");
    await at.runJobs();
    const mails = (await at.mails()).filter(({ recipient }) => recipient === waiting.email);
    expect(mails).toHaveLength(2);
  });

  it("knows nobody who has no password yet", async () => {
    const person = await makePerson(services, { passwordHash: undefined });
    await expect(attempt(person.email, "none")).rejects.toThrow("accounts_sign_in_refused");
  });

  it("takes a password typed in another form of Unicode", async () => {
    const { hashPassword } = await import("~/features/accounts/index.server");
    const composed = "le café est très chaud".normalize("NFC");
    const person = await makePerson(services, { passwordHash: await hashPassword(composed) });
    await expect(attempt(person.email, composed.normalize("NFD"))).resolves.toBeDefined();
  });
});

describe("the limit on tries", () => {
  const outcomes = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).map((result) =>
      result.status === "fulfilled" ? "in" : (result.reason as { code: string }).code,
    );
  const count = (all: string[], code: string) => all.filter((one) => one === code).length;

  it("holds per account against twenty tries at once from twenty addresses", async () => {
    const person = await makePerson(services);
    const all = await outcomes(Array.from({ length: 20 }, () => attempt(person.email, "wrong password")));
    expect(count(all, "accounts_sign_in_refused")).toBe(10);
    expect(count(all, "error_too_fast")).toBe(10);
    await expect(attempt(person.email, PASSWORD)).rejects.toThrow("error_too_fast");
  });

  it("holds for an account that does not exist as for one that does", async () => {
    const all = await outcomes(
      Array.from({ length: 20 }, () => attempt("ghost@example.org", "wrong password")),
    );
    expect(count(all, "error_too_fast")).toBe(10);
  });

  it("holds per address against twenty accounts at once", async () => {
    const addressGroup = elsewhere();
    const all = await outcomes(
      Array.from({ length: 20 }, (_, i) =>
        attempt(`spray-${i}@example.org`, "wrong password", { addressGroup }),
      ),
    );
    expect(count(all, "accounts_sign_in_refused")).toBe(10);
    expect(count(all, "error_too_fast")).toBe(10);
  });

  it("forgets an account's tries after the right password, but not what others tried from the address", async () => {
    const [person, other] = [await makePerson(services), await makePerson(services)];
    const addressGroup = elsewhere();
    for (let i = 0; i < 9; i++) {
      await expect(attempt(person.email, "wrong password", { addressGroup })).rejects.toThrow("refused");
    }
    await attempt(person.email, PASSWORD, { addressGroup });
    await attempt(person.email, PASSWORD, { addressGroup });
    await expect(attempt(person.email, "wrong password")).rejects.toThrow("refused");
    await expect(attempt(other.email, "wrong password", { addressGroup })).rejects.toThrow("refused");
    await expect(attempt(other.email, PASSWORD, { addressGroup })).rejects.toThrow("error_too_fast");
  });

  it("lets a whole school sign in from one address", async () => {
    const addressGroup = elsewhere();
    for (let i = 0; i < 15; i++) {
      const person = await makePerson(services);
      await attempt(person.email, PASSWORD, { addressGroup });
    }
  });

  it("is answered with 429 and how long to wait", async () => {
    const addressGroup = elsewhere();
    const fields = { email: "limit@example.org", password: "wrong password", next: "/" };
    for (let i = 0; i < 10; i++) await post(services, action, fields, { addressGroup });
    const answer = await post(services, action, fields, { addressGroup });
    expect(answer.status).toBe(429);
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);
    expect(Number(answer.retryAfter)).toBeLessThanOrEqual(900);
  });
});

describe("the sign-in form", () => {
  it("leads where the reader wanted to go, and brings their language to a new browser", async () => {
    const person = await makePerson(services, { locale: "fr" });
    const fields = { email: person.email.toUpperCase(), password: PASSWORD, next: "/networks/leeds?page=2" };
    const answer = await post(services, action, fields, { addressGroup: elsewhere() });
    expect(answer).toMatchObject({ status: 302, location: "/networks/leeds?page=2" });
    expect(asCookies(answer.cookies)).toMatch(
      /^staffroom_session=[\w-]+; locale=fr; staffroom_browser=[\w-]+$/,
    );
    const known = await post(services, action, fields, { addressGroup: elsewhere(), cookies: "locale=en" });
    expect(asCookies(known.cookies)).not.toContain("locale");
  });
});

it("signing out ends this session and no other", async () => {
  const person = await makePerson(services);
  const [here, there] = [await attempt(person.email, PASSWORD), await attempt(person.email, PASSWORD)];
  const { setCookie } = await signOut(services, person, { cookies: asCookies([here.setCookie]) });
  expect(setCookie).toContain("Max-Age=0");
  expect(await readerWith(asCookies([here.setCookie]))).toBeNull();
  expect(await readerWith(asCookies([there.setCookie]))).not.toBeNull();
});
