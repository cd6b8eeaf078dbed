import type { Page } from "playwright-core";
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
    ...["Catch the wind", "Wind vanes", "Winding gears"].map((title) =>
      documentOf({ type: "pack", title, slug: title.toLowerCase().replaceAll(" ", "-"), shown }),
    ),
    documentOf({ title: "Bridges in numbers" }),
    documentOf({ type: "network", title: "Windy Fen" }),
  ]);
  here = await site();
});

const field = (page: Page) => page.getByRole("banner").getByRole("search").locator("input");
const status = (page: Page) => page.getByRole("banner").getByRole("search").getByRole("status");
const options = (page: Page) => page.getByRole("listbox").getByRole("option");
const active = async (page: Page) => {
  const id = await field(page).getAttribute("aria-activedescendant");
  return id ? page.locator(`#${id}`).textContent() : null;
};
const isFocused = (page: Page) => field(page).evaluate((input) => input === document.activeElement);
const eventually = (ask: () => Promise<unknown>) => expect.poll(ask, { timeout: 20_000 });

/** Comes to the header's field by its key and waits for what the first focus loads. */
async function come(page: Page, key: string) {
  await page.keyboard.press(key);
  await eventually(() => field(page).getAttribute("role")).toBe("combobox");
}

it("suggests while one types, grouped by kind, by keyboard alone", async () => {
  const { page, context, problems } = await visit();
  await page.goto(`${here.url}/packs`, { waitUntil: "networkidle" });
  // Nothing of it is loaded before somebody comes to the field.
  const scripts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .join(),
    );
  expect(await scripts()).not.toContain("search-list");
  await come(page, "/");
  await eventually(() => isFocused(page)).toBe(true);
  await eventually(() => field(page).inputValue()).toBe("");
  await eventually(() => field(page).getAttribute("aria-expanded")).toBe("false");

  await field(page).pressSequentially("wind", { delay: 20 });
  await eventually(() => status(page).textContent()).toBe("4 suggestions");
  await eventually(() => field(page).getAttribute("aria-expanded")).toBe("true");
  const groups = page.getByRole("listbox").getByRole("group");
  expect(await groups.count()).toBe(2);
  await page.getByRole("listbox").getByRole("group", { name: "Networks" }).waitFor();
  expect(await page.getByRole("listbox").locator("mark").count()).toBeGreaterThanOrEqual(3);
  await eventually(() => options(page).last().textContent()).toBe("All results for “wind”");
  await expectAccessible(page);

  await page.keyboard.press("ArrowDown");
  await eventually(() => active(page)).toBe(await options(page).first().textContent());
  await eventually(() => isFocused(page)).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press("ArrowUp");
  await eventually(() => active(page)).toBeNull();
  await page.keyboard.press("ArrowUp");
  await eventually(() => active(page)).toBe("All results for “wind”");
  await page.keyboard.press("Home");
  await eventually(() => active(page)).toBeNull();

  // Escape closes, and once more empties.
  await page.keyboard.press("Escape");
  await eventually(() => field(page).getAttribute("aria-expanded")).toBe("false");
  await eventually(() => field(page).inputValue()).toBe("wind");
  await page.keyboard.press("Escape");
  await eventually(() => field(page).inputValue()).toBe("");
  await eventually(() => isFocused(page)).toBe(true);

  await field(page).pressSequentially("vanes", { delay: 20 });
  await eventually(() => status(page).textContent()).toBe("1 suggestion");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${here.url}/packs/wind-vanes`);
  await page.goBack();
  await page.waitForURL(`${here.url}/packs`);
  await eventually(() => field(page).inputValue()).toBe("");

  // From a field of the page, and Enter without a choice shows all results.
  await page.getByRole("main").getByRole("searchbox").focus();
  await come(page, "Control+k");
  await field(page).fill("wind");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${here.url}/search?q=wind`);
  expect(problems).toEqual([]);
  await context.close();
});

it("shows the newest text's suggestions, however late older ones come", async () => {
  const { page, context, problems } = await visit();
  await page.goto(`${here.url}/search`, { waitUntil: "networkidle" });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let over = () => {};
  const oldIsOver = new Promise<void>((resolve) => (over = resolve));
  await page.route(/search\/suggest\?q=wind/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
    over();
  });
  await come(page, "/");
  const asked = page.waitForRequest(/search\/suggest\?q=wind/);
  await field(page).fill("wind");
  const old = await asked;
  await field(page).fill("bridges");
  await eventually(() => options(page).first().textContent()).toContain("Bridges in numbers");
  release();
  await oldIsOver;
  // It was given up, not only overlooked.
  await eventually(async () => old.failure()?.errorText ?? "").toContain("ABORTED");
  expect(await options(page).first().textContent()).toContain("Bridges in numbers");
  expect(problems).toEqual([]);
  await context.close();
});

it("keeps recent searches in this browser, forgets one, and forgets all", async () => {
  const { page, context, problems } = await visit();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  for (const text of ["bridges", "wind"]) {
    await page.goto(`${here.url}/search?q=${text}`, { waitUntil: "networkidle" });
  }
  sent.length = 0;
  await page.goto(`${here.url}/search`, { waitUntil: "networkidle" });
  await page.getByRole("heading", { name: "Recent searches" }).waitFor();
  await expectAccessible(page);
  await come(page, "/");
  await eventually(() => status(page).textContent()).toBe("2 recent searches");
  expect(await options(page).allTextContents()).toEqual(["wind", "bridges", "Forget all"]);
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await eventually(() => options(page).allTextContents()).toEqual(["bridges", "Forget all"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${here.url}/search?q=bridges`);
  await page.goto(`${here.url}/search`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Forget “bridges”" }).click();
  expect(await page.getByRole("heading", { name: "Recent searches" }).count()).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  // None of it went anywhere but in the address of the search that was chosen.
  expect(sent.filter((what) => what.includes("wind"))).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

it("works where the browser keeps nothing", async () => {
  const { page, context, problems } = await visit();
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await page.goto(`${here.url}/search?q=wind`, { waitUntil: "networkidle" });
  await come(page, "/");
  await field(page).fill("bridges");
  await eventually(() => status(page).textContent()).toBe("1 suggestion");
  expect(problems).toEqual([]);
  await context.close();
});

it("works on a phone, by touch", async () => {
  const { page, context, problems } = await visit({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`${here.url}/packs`, { waitUntil: "networkidle" });
  await page.getByRole("banner").getByText("Search", { exact: true }).tap();
  await field(page).tap();
  await eventually(() => field(page).getAttribute("role")).toBe("combobox");
  await field(page).pressSequentially("vanes");
  await eventually(() => status(page).textContent()).toBe("1 suggestion");
  await expectAccessible(page);
  const box = await page.locator(".search-list").boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(360);
  await options(page).first().tap();
  await page.waitForURL(`${here.url}/packs/wind-vanes`);
  expect(problems).toEqual([]);
  await context.close();
});

it("is a plain form without scripts", async () => {
  const { page, context } = await visit({ javaScriptEnabled: false });
  await page.goto(`${here.url}/packs`);
  await field(page).fill("bridges");
  await field(page).press("Enter");
  await page.waitForURL(`${here.url}/search?q=bridges`);
  await page.getByRole("link", { name: "Bridges in numbers" }).waitFor();
  await context.close();
});
