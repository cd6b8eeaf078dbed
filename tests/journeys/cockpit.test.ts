import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { notify } from "~/features/notifications/telling.server";
import type { Person } from "~/platform/services/actor";
import { joinRequests, memberships, networks, people } from "~db/schema";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork, makeRequest } from "../factories/networks";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { type House, house } from "../support/house";
import { type Site, site } from "../support/site";

let at: House;
let here: Site;
let slug: string;
let lead: Person;
let newcomer: Person;
let quiet: Person;
let waiting: Person;

beforeAll(async () => {
  at = await house();
  here = await site();
});

/** A network with one of each: somebody new, somebody silent, somebody who waits. */
async function setUp() {
  const { services } = at;
  const network = await makeNetwork(services);
  slug = network.slug;
  lead = await makeCoordinator(services, slug);
  newcomer = await makeMember(services, slug, await makePerson(services, { name: "សុខ សុភា" }));
  quiet = await makeMember(services, slug);
  await services.db
    .update(people)
    .set({ seenOn: dayFromNow(-120) })
    .where(eq(people.id, quiet.id));
  await services.db
    .update(memberships)
    .set({ welcomedAt: new Date() })
    .where(eq(memberships.personId, quiet.id));
  await services.db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, network.id));
  waiting = await makeRequest(services, slug, "Physics, new to the city");
}

async function signIn(page: Page, next: string, scripts = true) {
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent(next)}`);
  if (scripts) await hydrated(page);
  await page.locator("input[name=email]").fill(lead.email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${here.url}${next}`);
  if (scripts) await hydrated(page);
}

it("is worked through without scripts, on a phone", async () => {
  await setUp();
  const { page, context } = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(page, `/networks/${slug}/coordinate`, false);
  const needs = page.getByRole("listitem").filter({ has: page.locator(".tag") });
  expect(await needs.count()).toBe(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: `Admit ${waiting.name}` }).click();
  await page.getByText("Admitted.").waitFor();
  await page.getByRole("link", { name: `Welcome ${newcomer.name}` }).click();
  expect(await page.getByLabel("Your words").inputValue()).toContain("welcome to Trent Valley");
  await page.getByLabel("Your words").fill(" ");
  await page.getByRole("button", { name: "Send the welcome" }).click();
  await page.getByRole("link", { name: "Write a few words." }).waitFor();
  await page.getByLabel("Your words").fill("Good to have you.");
  await page.getByRole("button", { name: "Send the welcome" }).click();
  await page.getByText("Welcomed.").waitFor();
  await page.getByRole("button", { name: `Let it be for ninety days: ${quiet.name}` }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken up again.").waitFor();
  await page.getByRole("link", { name: `Write to ${quiet.name}` }).click();
  await page.getByRole("button", { name: "Send it" }).click();
  await page.getByText("Written.").waitFor();
  await page.getByRole("link", { name: "What was let be" }).click();
  await page.getByRole("button", { name: `Take up again: ${quiet.name}` }).waitFor();
  await context.close();
});

it("goes by keyboard, is accessible in the light and in the dark, and keeps what a form was answered at a hint", {
  timeout: 120_000,
}, async () => {
  await setUp();
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, context, problems } = await visit({ colorScheme });
    const path = `/networks/${slug}/coordinate`;
    await signIn(page, path);
    await expectAccessible(page);
    for (const below of [`${path}/health`, `${path}/left-be`, `${path}/needs/newcomers`]) {
      await page.goto(here.url + below);
      await hydrated(page);
      await expectAccessible(page);
    }
    expect(problems).toEqual([]);
    await context.close();
  }
  const { page, context, problems } = await visit();
  await signIn(page, `/networks/${slug}/coordinate`);
  const welcome = page.getByRole("link", { name: `Welcome ${newcomer.name}` });
  await welcome.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Your words").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I welcomed them in person" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Noted: welcomed in person.").waitFor();

  // Somebody else was faster; then a hint asks the page again.
  await at.services.db
    .update(joinRequests)
    .set({ state: "withdrawn" })
    .where(eq(joinRequests.personId, waiting.id));
  await page.getByRole("button", { name: `Admit ${waiting.name}` }).click();
  const error = page
    .getByRole("main")
    .getByText(/withdrawn/i)
    .first();
  await error.waitFor();
  const asked = page.waitForResponse(
    (answer) =>
      answer.url().includes("coordinate.data") ||
      answer.url().includes("_data") ||
      answer.url().includes(".data"),
  );
  await notify(at.services.db, [
    {
      ...{ personId: lead.id, kind: "networks.request-admitted", occasion: "hint", path: "/networks" },
      details: { network: "Quokkafield" },
    },
  ]);
  await asked;
  await page
    .getByRole("link", { name: /notification/i })
    .first()
    .waitFor();
  expect(await error.isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});
