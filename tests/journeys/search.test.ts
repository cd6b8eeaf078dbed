import { beforeAll, expect, it } from "vitest";
import { documentOf } from "../features/search/documents";
import { expectAccessible, visit } from "../support/browser";
import { house } from "../support/house";
import { type Site, site } from "../support/site";

let here: Site;

const shown = { subjects: ["physics"], ageFrom: 11, ageTo: 14, minutes: 180, drawing: ["M1 11H11"] };

beforeAll(async () => {
  const { services } = await house();
  await services.searchEngine.put([
    ...["Catch the wind", "Cranes", "Boats", "Kites", "Sails"].map((title) =>
      documentOf({ type: "pack", title, summary: "What the wind does in a storm.", shown }),
    ),
    documentOf({ title: "Bridges in numbers" }),
    documentOf({ type: "network", title: "Windy Fen", summary: "Wind, storm and flat land." }),
  ]);
  here = await site();
});

it("answers while one types, with the keyboard alone, and Back brings everything back", async () => {
  const { page, context, problems } = await visit();
  const field = page.getByRole("main").getByRole("searchbox");
  const status = page.getByRole("main").getByRole("status");
  const says = (text: string) => expect.poll(() => status.textContent(), { timeout: 20_000 }).toBe(text);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.goto(`${here.url}/search`, { waitUntil: "networkidle" });
  await expectAccessible(page);

  await field.pressSequentially("strom", { delay: 20 });
  await says("6 results · 5 packs · 1 network");
  expect(new URL(page.url()).search).toBe("?q=strom");
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.getByText("Search “strom” as typed").waitFor();
  await expectAccessible(page);

  await page.keyboard.press("ArrowDown");
  const first = await focused();
  expect(first).not.toBe("");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).not.toBe(first);
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toBe(first);
  await page.keyboard.press("Escape");
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);

  await field.fill("bridges");
  await says("1 result · 1 resource");
  // Typing on is one step in the history, not one a letter.
  await page.goBack();
  await says("");
  expect(await field.inputValue()).toBe("");
  await page.goForward();
  await says("1 result · 1 resource");
  expect(await field.inputValue()).toBe("bridges");

  await field.fill("zzqqxxyy");
  await page.getByText("Nothing was found for “zzqqxxyy”").waitFor();
  await expectAccessible(page);
  await page.goto(`${here.url}/search?q=wind&type=network`);
  await expectAccessible(page);
  expect(problems).toEqual([]);
  await context.close();
});

it("shows the newest question's answer, however late an older one comes", async () => {
  const { page, context } = await visit();
  await page.goto(`${here.url}/search`, { waitUntil: "networkidle" });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/search\.data\?q=wind/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const field = page.getByRole("main").getByRole("searchbox");
  const asked = page.waitForRequest(/search\.data\?q=wind/);
  await field.fill("wind");
  await asked;
  await field.fill("bridges");
  await page.getByText("Bridges in numbers").waitFor();
  release();
  await page.waitForLoadState("networkidle");
  expect(await page.getByRole("main").getByRole("status").textContent()).toBe("1 result · 1 resource");
  await context.close();
});

it("works without scripts, on a phone", async () => {
  const { page, context } = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(`${here.url}/search?q=wind&type=network`);
  await page.getByRole("main").getByRole("searchbox").fill("land");
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await page.waitForURL(/\/search\?q=land&type=network/);
  await page.getByRole("link", { name: "Remove filter: Networks" }).click();
  await page.waitForURL(/\/search\?q=land$/);
  await page.getByRole("link", { name: "Windy Fen" }).waitFor();
  await context.close();
});
