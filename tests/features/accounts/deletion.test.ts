import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { deleteDueAccounts } from "~/features/accounts/jobs/delete-due-accounts.server";
import { askForDeletion } from "~/features/accounts/operations/ask-for-deletion.server";
import { keepAccount } from "~/features/accounts/operations/keep-account.server";
import { DeliveryUnknown, type Letter } from "~/platform/mail/mail.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { accountDeletions, announcements, coordinators, networks, notifications, people } from "~db/schema";
import { makeCoordinator, makeMember, makeNetwork, makeRequest } from "../../factories/networks";
import { makePerson, PASSWORD } from "../../factories/people";
import { codeOf, giveSecondFactor } from "../../factories/second-factors";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { newsGoesOut } from "../../support/news";
import { site } from "../../support/site";

let at: House;
let services: Services;
let url: string;
beforeAll(async () => {
  at = await house();
  services = at.services;
  url = (await site()).url;
});

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const form = { sure: "yes", currentPassword: PASSWORD, code: "" };

async function signedIn(person: Person) {
  const browser = httpBrowser(url);
  await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
  return browser;
}
const ask = (person: Person, code = "") =>
  askForDeletion(services, person, { currentPassword: PASSWORD, code, cookies: null });
const isThere = async ({ id }: Person) => (await services.db.$count(people, eq(people.id, id))) === 1;
const isLeaving = async ({ id }: Person) =>
  (await services.db.$count(accountDeletions, eq(accountDeletions.personId, id))) === 1;
const lettersTo = async ({ email }: Person) => {
  await at.runJobs();
  return (await at.mails()).filter(({ recipient }) => recipient === email);
};

describe("asking for it", () => {
  it("wants the password, the box and, where there is one, a code; each at its field", async () => {
    const person = await makePerson(services);
    const browser = await signedIn(person);
    const wrong = await browser.post("/settings/delete", { ...form, currentPassword: "not this one" });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.body).toContain("currentPassword");
    const unsure = await browser.post("/settings/delete", { currentPassword: PASSWORD, code: "" });
    expect(unsure).toMatchObject({ status: 422 });
    expect(unsure.body).toContain("Tick the box if you are sure.");
    expect(await isLeaving(person)).toBe(false);

    await giveSecondFactor(services, person);
    for (const code of ["", "000000"]) {
      expect((await browser.post("/settings/delete", { ...form, code })).status).toBe(422);
    }
    expect(await isLeaving(person)).toBe(false);
    const code = await codeOf(services, person.id);
    expect(await browser.post("/settings/delete", { ...form, code })).toMatchObject({ location: "/leaving" });
    expect(await isLeaving(person)).toBe(true);
  });

  it("counts wrong passwords: a stolen session cannot try them all", async () => {
    const browser = await signedIn(await makePerson(services));
    const guess = () => browser.post("/settings/delete", { ...form, currentPassword: crypto.randomUUID() });
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
  });

  it("takes no form of another site, and none of a visitor", async () => {
    const person = await makePerson(services);
    const browser = await signedIn(person);
    const foreign = { Origin: "https://elsewhere.example" };
    expect((await browser.post("/settings/delete", form, foreign)).status).toBe(403);
    expect((await httpBrowser(url).post("/settings/delete", form)).location).toMatch(/^\/sign-in\?next=/);
    expect(await isLeaving(person)).toBe(false);
  });

  it("has one effect when it is sent twice at once, and one letter that says day and way back", async () => {
    const person = await makePerson(services);
    const [one, two] = await Promise.all([ask(person), ask(person)]);
    expect(one).toEqual(two);
    const letters = await lettersTo(person);
    expect(letters.map(({ subject }) => subject)).toEqual(["Your account will be deleted"]);
    const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(one);
    expect(letters[0]!.text).toContain(day);
    expect(letters[0]!.text).toContain("/leaving");
  });

  it("names the networks somebody leads, and leaves them the right to go", async () => {
    const { slug, id: networkId } = await makeNetwork(services, { name: "Trent & <Soar>" });
    const lead = await makeCoordinator(services, slug);
    const page = await (await signedIn(lead)).get("/settings/delete");
    expect(page.body).toContain("You lead Trent &amp; &lt;Soar&gt;.");
    expect(page.body).toContain(`/networks/${slug}/coordinate/appoint`);
    await ask(lead);
    await deleteDueAccounts(services, inDays(15));
    expect(await isThere(lead)).toBe(false);
    expect(await services.db.$count(coordinators, eq(coordinators.networkId, networkId))).toBe(0);
  });

  it("is refused to the last administrator, also where the last two ask at the same moment", async () => {
    const one = await makePerson(services, { siteRoles: ["administrator"] });
    await expect(ask(one)).rejects.toMatchObject({ code: "accounts_delete_last_administrator" });
    const two = await makePerson(services, { siteRoles: ["administrator"] });
    const outcomes = await Promise.allSettled([ask(one), ask(two)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the fourteen days", () => {
  it("end every other session, and leave one page to this one, whatever is asked for", async () => {
    const person = await makePerson(services);
    const [here, there] = [await signedIn(person), await signedIn(person)];
    await here.post("/settings/delete", form);
    expect((await there.get("/settings")).location).toMatch(/^\/sign-in/);
    for (const path of ["/", "/packs", "/settings", "/settings/data", "/networks", "/notifications"]) {
      expect(await here.get(path), path).toMatchObject({ status: 302, location: "/leaving" });
    }
    expect(await here.post("/settings", { intent: "profile", name: "Other", locale: "" })).toMatchObject({
      location: "/leaving",
    });
    const data = await here.get("/settings.data");
    expect(data.body).not.toContain(person.email);
    expect((await here.get("/live")).status).toBe(204);
    const page = await here.get("/leaving");
    expect(page.status).toBe(200);
    expect(page.body).toContain("Keep my account");
    expect((await here.post("/sign-out", {})).location).toBe("/");
    const anew = await signedIn(person);
    expect((await anew.get("/")).location).toBe("/leaving");
  });

  it("keep the name for others, and stop news by mail", async () => {
    const { slug, id } = await makeNetwork(services);
    const lead = await makeCoordinator(services, slug);
    const other = await makeMember(services, slug);
    await services.db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, id));
    await ask(lead);
    await makeRequest(services, slug);
    await newsGoesOut(at);
    expect((await lettersTo(lead)).map(({ subject }) => subject)).not.toContain("1 new notification today");
    expect(
      await services.db.$count(notifications, eq(notifications.personId, lead.id)),
      "told on the site all the same",
    ).toBeGreaterThan(0);
    expect((await (await signedIn(other)).get(`/networks/${slug}`)).body).toContain(lead.name);
  });

  it("are taken back with one press: everything is as before, and pressing twice is harmless", async () => {
    const person = await makePerson(services);
    const browser = await signedIn(person);
    await browser.post("/settings/delete", form);
    const kept = await browser.post("/leaving", {});
    expect(kept.location).toBe("/settings/data?done=kept");
    expect((await browser.get("/settings")).status).toBe(200);
    expect((await browser.post("/leaving", {})).status).toBe(302);
    await deleteDueAccounts(services, inDays(15));
    expect(await isThere(person)).toBe(true);
    expect((await lettersTo(person)).map(({ subject }) => subject)).toContain("Your account stays");
  });
});

describe("the day itself", () => {
  it("does not come early, and deleting twice at once, or again, is harmless", async () => {
    const person = await makePerson(services);
    await ask(person);
    await deleteDueAccounts(services, inDays(13));
    expect(await isThere(person)).toBe(true);
    await Promise.all([deleteDueAccounts(services, inDays(15)), deleteDueAccounts(services, inDays(15))]);
    expect(await isThere(person)).toBe(false);
    await deleteDueAccounts(services, inDays(15));
  });

  it("lets exactly one win, who keeps the account or who deletes it", async () => {
    for (let round = 0; round < 8; round++) {
      const person = await makePerson(services);
      await ask(person);
      const letters: Letter[] = [];
      const posting = { ...services, mail: collecting(letters) };
      const [kept] = await Promise.allSettled([
        keepAccount(services, person),
        deleteDueAccounts(posting, inDays(15)),
      ]);
      const farewells = letters.filter(({ to }) => to === person.email);
      expect(await isThere(person)).toBe(kept.status === "fulfilled" && farewells.length === 0);
      expect(farewells.length === 0).toBe(await isThere(person));
    }
  });

  it("is too late to keep it once the house began", async () => {
    const person = await makePerson(services);
    await ask(person);
    await services.db
      .update(accountDeletions)
      .set({ beganAt: new Date() })
      .where(eq(accountDeletions.personId, person.id));
    await expect(keepAccount(services, person)).rejects.toMatchObject({ code: "accounts_keep_late" });
  });

  it("says farewell once, also when the end of sending is not known or a crash came between", async () => {
    const person = await makePerson(services);
    await ask(person);
    const letters: Letter[] = [];
    const broken = { ...services, mail: collecting(letters), personal: [{ holds: {}, erase: crash }] };
    await deleteDueAccounts(broken, inDays(15));
    expect(await isThere(person)).toBe(true);
    await deleteDueAccounts({ ...services, mail: collecting(letters) }, inDays(15));
    expect(await isThere(person)).toBe(false);
    expect(letters.filter(({ to }) => to === person.email)).toHaveLength(1);

    const other = await makePerson(services);
    await ask(other);
    const unknown = { ...collecting([]), send: () => Promise.reject(new DeliveryUnknown("")) };
    await deleteDueAccounts({ ...services, mail: unknown }, inDays(15));
    expect(await isThere(other)).toBe(false);
  });

  it("waits for a mail server that refuses, but not for ever", async () => {
    const person = await makePerson(services);
    await ask(person);
    const refusing = { ...collecting([]), send: () => Promise.reject(new Error("refused")) };
    await deleteDueAccounts({ ...services, mail: refusing }, inDays(15));
    expect(await isThere(person)).toBe(true);
    await deleteDueAccounts({ ...services, mail: refusing }, inDays(18));
    expect(await isThere(person)).toBe(false);
  });

  it("leaves what others rely on, under 'former member'", async () => {
    const { slug, id } = await makeNetwork(services);
    const lead = await makeCoordinator(services, slug);
    const member = await makeMember(services, slug);
    const browser = await signedIn(lead);
    await browser.post(`/networks/${slug}/coordinate/announce`, {
      ...{ intent: "send", title: "Kites on Friday", body: "Bring string." },
    });
    await ask(lead);
    await deleteDueAccounts(services, inDays(15));
    const [told] = await services.db.select().from(announcements).where(eq(announcements.networkId, id));
    expect(told).toMatchObject({ title: "Kites on Friday", authorId: null });
    const page = await (await signedIn(member)).get(`/networks/${slug}/announcements`);
    expect(page.body).toContain("former member");
    expect(page.body).not.toContain(lead.name);
  });
});

const collecting = (letters: Letter[]) => ({
  recognisesRepeats: false,
  send: async (letter: Letter) => void letters.push(letter),
  close: async () => undefined,
});

const crash = () => Promise.reject(new Error("killed here"));
