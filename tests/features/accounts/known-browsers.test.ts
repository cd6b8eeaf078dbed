import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { visitor } from "~/platform/services/actor";
import { knownBrowsers } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { codeOf, giveSecondFactor } from "../../factories/second-factors";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";
import { tokenIn } from "./post";

let at: House;
let url: string;
beforeAll(async () => {
  at = await house();
  url = (await site()).url;
});

type Browser = ReturnType<typeof httpBrowser>;
const SUBJECT = "A new browser signed in to your account";

const signIn = (browser: Browser, email: string) =>
  browser.post("/sign-in", { email, password: PASSWORD, next: "/" });

async function alerts(email: string) {
  await at.runJobs();
  return (await at.mails()).filter(({ recipient, subject }) => recipient === email && subject === SUBJECT);
}

it("the first sign-in after signing up is quiet; another browser is told of, with when and what", async () => {
  const email = "newcomer@example.org";
  const newcomer = { name: "Nora", email, password: PASSWORD, locale: "en", addressGroup: "203.0.113.9" };
  await signUp(at.services, visitor, newcomer);
  await at.runJobs();
  const first = httpBrowser(url);
  const token = tokenIn((await at.mails()).find(({ recipient }) => recipient === email));
  expect((await first.post("/verify", { token, password: PASSWORD })).location).toBe("/");
  expect(await alerts(email)).toHaveLength(0);
  await first.post("/sign-out", {});
  await signIn(first, email);
  expect(await alerts(email)).toHaveLength(0);

  const second = httpBrowser(url);
  await signIn(second, email);
  const [mail] = await alerts(email);
  expect(mail?.text).toMatch(/Firefox on Windows signed in .* on \d+ \w+ \d{4}.*UTC/);
  expect(mail?.text).toContain("sign that browser out and change your password");
  expect(mail?.text).toContain("/settings/security");
  await signIn(second, email);
  expect(await alerts(email)).toHaveLength(1);
});

it("a wrong password, and a right one without its code, say nothing; the code does", async () => {
  const person = await makePerson(at.services);
  await signIn(httpBrowser(url), person.email);
  await giveSecondFactor(at.services, person);
  const other = httpBrowser(url);
  await other.post("/sign-in", { email: person.email, password: "wrong password", next: "/" });
  await signIn(other, person.email);
  expect(other.jar.has("staffroom_browser")).toBe(false);
  expect(await alerts(person.email)).toHaveLength(0);
  await other.post("/sign-in/code", { code: await codeOf(at.services, person.id) });
  expect(await alerts(person.email)).toHaveLength(1);
});

it("a browser that colleagues share is known to each of them, and to nobody else", async () => {
  const [one, two] = [await makePerson(at.services), await makePerson(at.services)];
  for (const { email } of [one, two]) await signIn(httpBrowser(url), email);
  const shared = httpBrowser(url);
  for (const { email } of [one, two, one, two]) await signIn(shared, email);
  expect(await alerts(one.email)).toHaveLength(1);
  expect(await alerts(two.email)).toHaveLength(1);
  const rows = await at.services.db.select().from(knownBrowsers);
  expect(new Set(rows.map(({ tokenHash }) => tokenHash)).size).toBe(rows.length);
  expect(JSON.stringify(rows)).not.toContain(shared.jar.get("staffroom_browser"));
  // What lies in the table makes no browser known.
  const [row] = rows.filter(({ personId }) => personId === one.id);
  const thief = httpBrowser(url);
  thief.jar.set("staffroom_browser", row!.tokenHash.slice(0, 43));
  await signIn(thief, one.email);
  expect(await alerts(one.email)).toHaveLength(2);
});

it("fifty are remembered for one account, the newest", async () => {
  const { db } = at.services;
  const person = await makePerson(at.services);
  const old = new Date(Date.now() - 86_400_000);
  await db.insert(knownBrowsers).values(
    Array.from({ length: 50 }, (_, i) => ({
      personId: person.id,
      tokenHash: `made up ${i}`,
      browser: "",
      system: "",
      usedAt: old,
    })),
  );
  await signIn(httpBrowser(url), person.email);
  const kept = await db.select().from(knownBrowsers).where(eq(knownBrowsers.personId, person.id));
  expect(kept).toHaveLength(50);
  expect(kept.some(({ browser }) => browser === "Firefox")).toBe(true);
});
