import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { announceLooks, lookForNew } from "~/features/search/jobs/look-for-new.server";
import { savedSearches } from "~db/schema";
import { makePack } from "../factories/packs";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { type House, house } from "../support/house";
import { newsGoesOut } from "../support/news";
import { type Site, site } from "../support/site";

let at: House;
let here: Site;

beforeAll(async () => {
  at = await house();
  for (const n of [1, 2, 3]) await makePack(at.services, { title: `Wind ${n}`, subjects: ["physics"] });
  for (let n = 0; n < 30; n++) await makePack(at.services, { title: `Kite ${n}`, subjects: ["geography"] });
  await at.runJobs();
  here = await site();
});

async function signIn(page: Page, email: string) {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

it("is saved from the page after signing in, mailed about, renamed, deleted and put back", async () => {
  const person = await makePerson(at.services);
  const { page, context, problems } = await visit();
  await page.goto(`${here.url}/packs?q=wind&subject=physics`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Sign in to save this search" }).click();
  await signIn(page, person.email);
  await page.waitForURL(`${here.url}/packs?q=wind&subject=physics`);
  await hydrated(page);
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.getByText("Saved. We write to you").waitFor();
  expect(page.url()).toBe(`${here.url}/packs?q=wind&subject=physics`);
  await expectAccessible(page);

  const later = new Date(Date.now() + 3_600_000);
  await makePack(at.services, { title: "Wind at last", subjects: ["physics"] });
  await announceLooks(at.services);
  await expect
    .poll(async () => (await at.services.db.select().from(savedSearches)).length, { timeout: 20_000 })
    .toBe(1);
  await at.runJobs();
  await lookForNew(at.services, { personId: person.id }, later);
  await newsGoesOut(at);
  const mine = async () => (await at.mails()).filter(({ recipient }) => recipient === person.email);
  await expect.poll(async () => (await mine()).length, { timeout: 20_000 }).toBe(1);
  expect((await mine())[0]!.text).toContain("Wind at last");

  await page.getByRole("link", { name: "Your saved searches" }).click();
  await page.getByText("1 new in the last 7 days").waitFor();
  await expectAccessible(page);
  await page.getByText("Rename").click();
  await page.getByRole("textbox", { name: "Name" }).fill("For year 8");
  await page.getByRole("button", { name: "Save the name" }).click();
  await page.getByRole("link", { name: "For year 8" }).waitFor();
  await page.getByRole("button", { name: "Delete “For year 8”" }).click();
  await page.getByText("“For year 8” is deleted").waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.getByRole("link", { name: "For year 8" }).click();
  await page.waitForURL(`${here.url}/packs?q=wind&subject=physics`);
  expect(problems).toEqual([]);
  await context.close();
});

it("works without scripts, on a phone", async () => {
  const person = await makePerson(at.services);
  const { page, context } = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/search?q=wind")}`);
  await signIn(page, person.email);
  await page.waitForURL(`${here.url}/search?q=wind`);
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.waitForURL(/\/settings\/saved-searches\?done=saved$/);
  await page.getByRole("button", { name: "Delete “wind”" }).click();
  await page.getByText("“wind” is deleted").waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.getByRole("link", { name: "wind", exact: true }).click();
  await page.waitForURL(`${here.url}/search?q=wind`);
  await context.close();
});

it("comes back exactly as it was, by Back and by a shared link: words, filters, order, page, letter by letter", async () => {
  const { page, context, problems } = await visit();
  const address = `${here.url}/packs?q=kite&literal=1&subject=geography&sort=title&page=2`;
  const main = page.getByRole("main");
  const state = async () => ({
    url: page.url(),
    text: await main.getByRole("searchbox").inputValue(),
    subject: await main.getByRole("checkbox", { name: "Geography" }).isChecked(),
    sort: await main.getByRole("combobox").inputValue(),
    count: await main.getByRole("status").last().textContent(),
    rows: await main.locator(".register .row-title").allTextContents(),
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const before = await state();
  expect(before).toMatchObject({ text: "kite", subject: true, sort: "title", url: address });
  expect(before.rows).toHaveLength(15);
  await main.locator(".register .row-title a").nth(3).click();
  await page.waitForURL(/\/packs\/pack-/);
  await page.goBack();
  await expect.poll(state, { timeout: 20_000 }).toEqual(before);

  // A change on the page, and back again.
  await page.getByRole("link", { name: "Remove filter: Geography" }).click();
  await page.waitForURL(`${here.url}/packs?q=kite&literal=1&sort=title`);
  await main.getByRole("searchbox").fill("wind");
  await page.waitForURL(/q=wind/);
  await page.goBack();
  await page.waitForURL(`${here.url}/packs?q=kite&literal=1&sort=title`);
  await page.goBack();
  await expect.poll(state, { timeout: 20_000 }).toEqual(before);

  const shared = await visit({ javaScriptEnabled: false });
  await shared.page.goto(address);
  expect(await shared.page.getByRole("main").locator(".register .row-title").allTextContents()).toEqual(
    before.rows,
  );
  await shared.context.close();
  expect(problems).toEqual([]);
  await context.close();
});
