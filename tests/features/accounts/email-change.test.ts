import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { settleEmailChanges } from "~/features/accounts/email-changes.server";
import { askForEmailChange } from "~/features/accounts/operations/ask-for-email-change.server";
import { changePassword } from "~/features/accounts/operations/change-password.server";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { withdrawEmailChange } from "~/features/accounts/operations/withdraw-email-change.server";
import { type Person, system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, emailChanges, emailChangeTokens, people } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
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

let made = 0;
const fresh = () => `new-${++made}@example.org`;
const lettersTo = async (email: string) => {
  await at.runJobs();
  return (await at.mails()).filter(({ recipient }) => recipient === email);
};
const addressOf = async (id: string) =>
  (await services.db.select({ email: people.email }).from(people).where(eq(people.id, id)))[0]?.email;
const stranger = () => httpBrowser(url);
const answer = (token: string, yes = true) =>
  stranger().post("/change-email", { token, answer: yes ? "yes" : "no" });
const letWeekPass = (personId: string) =>
  services.db
    .update(emailChanges)
    .set({ createdAt: sql`${emailChanges.createdAt} - interval '7 days 1 minute'` })
    .where(eq(emailChanges.personId, personId));

/** Somebody who asked, and the tokens of the two letters. */
async function asked(newEmail = fresh()) {
  const person = await makePerson(services);
  await askForEmailChange(services, person, { email: newEmail, currentPassword: PASSWORD });
  const [toNew, toOld] = [await lettersTo(newEmail), await lettersTo(person.email)];
  return { person, newEmail, forNew: tokenIn(toNew[0]), forOld: tokenIn(toOld[0]) };
}

async function signedIn(person: Person) {
  const browser = httpBrowser(url);
  await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
  return browser;
}

describe("asking for another address", () => {
  it("wants the password, shows what it waits for, and can be withdrawn", async () => {
    const person = await makePerson(services);
    const browser = await signedIn(person);
    const page = "/settings/email";
    const wish = { intent: "ask", email: fresh().toUpperCase() };
    const refused = await browser.post(page, { ...wish, currentPassword: "a wrong guess" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(wish.email);
    const same = await browser.post(page, { ...wish, email: person.email, currentPassword: PASSWORD });
    expect(same.status).toBe(422);
    expect((await browser.post(page, { ...wish, currentPassword: PASSWORD })).location).toBe(page);
    expect((await browser.get(page)).body).toContain(wish.email.toLowerCase());
    expect(await addressOf(person.id)).toBe(person.email);
    expect((await browser.post(page, { intent: "withdraw" })).location).toBe(`${page}?done=withdrawn`);
    expect((await browser.post(page, { intent: "withdraw" })).status).toBe(404);
    const token = tokenIn((await lettersTo(wish.email.toLowerCase()))[0]);
    await answer(token);
    expect(await addressOf(person.id)).toBe(person.email);
  });

  it("answers the same for an address that has an account, whose owner learns why", async () => {
    const [owner, person] = [await makePerson(services), await makePerson(services)];
    const browser = await signedIn(person);
    const seen = [];
    for (const email of [owner.email, fresh()]) {
      const sent = await browser.post("/settings/email", { intent: "ask", email, currentPassword: PASSWORD });
      const { body } = await browser.get("/settings/email");
      const page = body.replaceAll(email, "the address").replace(/nonce="[^"]*"/g, "");
      seen.push({ status: sent.status, location: sent.location, page });
      await at.runJobs();
    }
    expect(seen[0]).toEqual(seen[1]);
    const [letter] = await lettersTo(owner.email);
    expect(letter?.subject).toBe("This address has an account already");
    expect(tokenIn(letter)).toBe("");
    expect(letter?.text).not.toContain(person.name);
  });

  it("is bounded, and is nobody's but a person's own", async () => {
    const person = await makePerson(services);
    const ask = () => askForEmailChange(services, person, { email: fresh(), currentPassword: PASSWORD });
    for (let i = 0; i < 5; i++) await ask();
    await expect(ask()).rejects.toThrow("error_too_fast");
    for (const actor of [visitor, system]) {
      const wish = { email: fresh(), currentPassword: PASSWORD };
      await expect(askForEmailChange(services, actor, wish)).rejects.toThrow("error_not_allowed");
      await expect(withdrawEmailChange(services, actor)).rejects.toThrow("error_not_allowed");
    }
  });

  it("keeps no token, and lets a second wish end the first one's links", async () => {
    const first = await asked();
    const stored = JSON.stringify(await services.db.select().from(emailChangeTokens));
    expect(stored).not.toContain(first.forNew);
    const second = fresh();
    await askForEmailChange(services, first.person, { email: second, currentPassword: PASSWORD });
    expect((await answer(first.forNew)).status).toBe(422);
    expect((await stranger().get(`/change-email?token=${first.forOld}`)).body).toContain("no longer works");
    expect(await addressOf(first.person.id)).toBe(first.person.email);
  });
});

describe("the change", () => {
  it("takes place when both have agreed, in either order", async () => {
    for (const order of ["new first", "old first"]) {
      const { person, newEmail, forNew, forOld } = await asked();
      const [one, two] = order === "new first" ? [forNew, forOld] : [forOld, forNew];
      expect((await answer(one)).location).toBe("/change-email?done=waits");
      expect(await addressOf(person.id)).toBe(person.email);
      expect((await answer(two)).location).toBe("/change-email?done=changed");
      expect(await addressOf(person.id)).toBe(newEmail);
      const browser = await signedIn({ ...person, email: newEmail });
      expect(browser.jar.has("staffroom_session")).toBe(true);
      for (const token of [one, two]) expect((await answer(token)).status).toBe(422);
    }
  });

  it("happens by nobody opening a link, nor by one side pressing twice", async () => {
    const { person, forNew, forOld } = await asked();
    for (const token of [forNew, forOld]) await stranger().get(`/change-email?token=${token}`);
    expect(await addressOf(person.id)).toBe(person.email);
    await Promise.all([answer(forNew), answer(forNew), answer(forNew)]);
    expect(await addressOf(person.id)).toBe(person.email);
    await answer("A".repeat(43));
    const forged = await stranger().post(
      "/change-email",
      { token: forOld },
      { Origin: "https://evil.example" },
    );
    expect(forged.status).toBe(403);
    expect(await addressOf(person.id)).toBe(person.email);
  });

  it("takes place after a week where the old mailbox is silent, and not a day before", async () => {
    const { person, newEmail, forNew, forOld } = await asked();
    await answer(forNew);
    await settleEmailChanges(services);
    expect(await addressOf(person.id)).toBe(person.email);
    await letWeekPass(person.id);
    await settleEmailChanges(services);
    expect(await addressOf(person.id)).toBe(newEmail);
    expect((await answer(forOld, false)).status).toBe(422);
  });

  it("dies after a week where the new address never confirmed", async () => {
    const { person, forNew, forOld } = await asked();
    await answer(forOld);
    await letWeekPass(person.id);
    expect((await answer(forNew)).status).toBe(422);
    await settleEmailChanges(services);
    expect(await addressOf(person.id)).toBe(person.email);
    expect(await services.db.select().from(emailChanges).where(eq(emailChanges.personId, person.id))).toEqual(
      [],
    );
  });

  it("is undone from the old mailbox, which ends every session", async () => {
    const { person, forNew, forOld } = await asked();
    const thief = await signedIn(person);
    await answer(forNew);
    expect((await answer(forOld, false)).location).toBe("/change-email?done=undone");
    expect((await thief.get("/settings")).status).toBe(302);
    await settleEmailChanges(services);
    expect(await addressOf(person.id)).toBe(person.email);
    const trail = await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, person.id));
    expect(trail.map(({ act }) => act)).toContain("address change undone");
  });

  it("does not outlive a new password, so that who knew the old one gains nothing by waiting", async () => {
    const { person, forNew } = await asked();
    const change = { currentPassword: PASSWORD, password: "a wholly new secret", cookies: null };
    await changePassword(services, person, change);
    expect((await answer(forNew)).status).toBe(422);
  });

  it("takes an address that somebody signed up with but never proved, and none that has an account", async () => {
    const free = await asked();
    const waiting = { name: "Wim", email: free.newEmail, password: PASSWORD, locale: "en" };
    await signUp(services, visitor, { ...waiting, addressGroup: "203.0.113.77" });
    await answer(free.forOld);
    expect((await answer(free.forNew)).location).toBe("/change-email?done=changed");
    expect(await addressOf(free.person.id)).toBe(free.newEmail);

    const late = await asked();
    const owner = await makePerson(services, { email: late.newEmail });
    await answer(late.forOld);
    await answer(late.forNew);
    expect(await addressOf(late.person.id)).toBe(late.person.email);
    expect(await addressOf(owner.id)).toBe(late.newEmail);
  });
});
