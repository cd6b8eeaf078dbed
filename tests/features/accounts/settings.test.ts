import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "~/features/accounts/operations/change-password.server";
import { changeProfile } from "~/features/accounts/operations/change-profile.server";
import { rememberLanguage } from "~/features/accounts/operations/remember-language.server";
import { signIn } from "~/features/accounts/operations/sign-in.server";
import { action as preferences } from "~/features/accounts/pages/preferences.server";
import { action as settings } from "~/features/accounts/pages/settings.server";
import { system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, people, sessions } from "~db/schema";
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
const NEW = "a wholly new secret";

const enter = async (email: string, password = PASSWORD) =>
  asCookies([
    (
      await signIn(services, visitor, {
        email,
        password,
        addressGroup: `198.51.100.${++address}`,
        cookies: null,
      })
    ).setCookie,
  ]);

const find = async (id: string) => (await services.db.select().from(people).where(eq(people.id, id)))[0];

describe("changing the password", () => {
  it("ends every other session and gives this browser a new one", async () => {
    const person = await makePerson(services);
    const [here] = [await enter(person.email), await enter(person.email)];
    const input = { currentPassword: PASSWORD, password: NEW, cookies: here };
    const { setCookie } = await changePassword(services, person, input);
    expect(asCookies([setCookie])).not.toBe(here);
    expect(await services.db.select().from(sessions).where(eq(sessions.personId, person.id))).toHaveLength(1);
    await expect(enter(person.email)).rejects.toThrow("refused");
    await expect(enter(person.email, NEW)).resolves.toBeDefined();
    await at.runJobs();
    const mails = (await at.mails()).filter(({ recipient }) => recipient === person.email);
    expect(mails.map(({ subject }) => subject)).toContain("Your password was changed");
    const trail = await services.db.select().from(auditEntries).where(eq(auditEntries.actorId, person.id));
    expect(trail.map(({ act }) => act)).toEqual(["password changed"]);
  });

  it("is refused without the current one, ten times and then for a while", async () => {
    const person = await makePerson(services);
    const change = (currentPassword: string) =>
      changePassword(services, person, { currentPassword, password: NEW, cookies: null });
    for (let i = 0; i < 10; i++) {
      await expect(change("a wrong guess")).rejects.toMatchObject({
        code: "accounts_current_wrong",
        field: "currentPassword",
      });
    }
    await expect(change(PASSWORD)).rejects.toThrow("error_too_fast");
    await expect(enter(person.email)).resolves.toBeDefined();
  });

  it("is refused for one that is guessed first", async () => {
    const person = await makePerson(services);
    const input = { currentPassword: PASSWORD, password: "password123", cookies: null };
    await expect(changePassword(services, person, input)).rejects.toThrow("accounts_password_common");
  });

  it("lets one of two at once win", async () => {
    const person = await makePerson(services);
    const change = (password: string) =>
      changePassword(services, person, { currentPassword: PASSWORD, password, cookies: null });
    const both = await Promise.allSettled([change("the first new secret"), change("the second new secret")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([visitor, system])("is nobody's but a person's own", async (actor) => {
    const input = { currentPassword: PASSWORD, password: NEW, cookies: null };
    await expect(changePassword(services, actor, input)).rejects.toThrow("error_not_allowed");
  });
});

describe("changing name and language", () => {
  it("writes down what is one's own", async () => {
    const person = await makePerson(services);
    await changeProfile(services, person, { name: "Dana Flint", locale: "fr" });
    expect(await find(person.id)).toMatchObject({ name: "Dana Flint", locale: "fr", email: person.email });
    await changeProfile(services, person, { name: "Dana Flint", locale: "klingon" });
    expect((await find(person.id))?.locale).toBeNull();
    await expect(changeProfile(services, visitor, { name: "X", locale: "" })).rejects.toThrow(
      "error_not_allowed",
    );
  });

  it("takes no roles and nobody else's id from the form", async () => {
    const [person, other] = [await makePerson(services), await makePerson(services)];
    const cookies = await enter(person.email);
    const fields = {
      intent: "profile",
      name: "Dana",
      locale: "en",
      id: other.id,
      siteRoles: "administrator",
      email: "x@y.org",
    };
    const answer = await post(services, settings, fields, { cookies });
    expect(answer).toMatchObject({ status: 302, location: "/settings?done=profile" });
    expect(await find(person.id)).toMatchObject({ name: "Dana", siteRoles: [], email: person.email });
    expect(await find(other.id)).toMatchObject({ name: other.name });
  });

  it("sends no password back with its mistakes", async () => {
    const person = await makePerson(services);
    const cookies = await enter(person.email);
    const fields = { intent: "password", currentPassword: "my secret guess", password: "another secret" };
    const answer = await post(services, settings, fields, { cookies });
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body).values).toEqual({ intent: "password" });
  });

  it("asks a visitor to sign in first", async () => {
    const answer = await post(services, settings, { intent: "profile", name: "X", locale: "" });
    expect(answer).toMatchObject({ status: 302, location: expect.stringMatching(/^\/sign-in\?next=/) });
  });
});

describe("preferences", () => {
  it("are kept for a year, and the language with the person", async () => {
    const person = await makePerson(services);
    const cookies = await enter(person.email);
    const answer = await post(
      services,
      preferences,
      { locale: "fr", theme: "dark", next: "/packs?page=2" },
      { cookies },
    );
    expect(answer).toMatchObject({ status: 302, location: "/packs?page=2" });
    expect(answer.cookies).toHaveLength(2);
    for (const cookie of answer.cookies) expect(cookie).toContain("Max-Age=31536000");
    expect(asCookies(answer.cookies)).toBe("locale=fr; theme=dark");
    expect((await find(person.id))?.locale).toBe("fr");
  });

  it("follow the system again when asked to, and ignore what they do not know", async () => {
    const back = await post(services, preferences, { theme: "system", next: "/" });
    expect(back.cookies.join()).toContain("theme=; Path=/; Max-Age=0");
    const odd = await post(services, preferences, {
      locale: "xx; Domain=evil",
      theme: "neon",
      next: "//evil.example",
    });
    expect(odd).toMatchObject({ status: 302, location: "/", cookies: [] });
  });

  it("of a visitor stay in the browser", async () => {
    await expect(rememberLanguage(services, visitor, { locale: "fr" })).resolves.toBeUndefined();
  });
});
