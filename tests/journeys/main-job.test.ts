import { beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../../scripts/demo/demo";
import { expectAccessible, visit } from "../support/browser";
import { house } from "../support/house";
import { newsGoesOut } from "../support/news";
import { type Site, site } from "../support/site";

let here: Site;

beforeAll(async () => {
  const { services } = await house();
  await seedDemo(services);
  here = await site();
});

/** The path in the newest mail to somebody. */
async function linkMailedTo(address: string): Promise<string> {
  const { mails } = await house();
  await expect
    .poll(async () => (await mails()).some(({ recipient }) => recipient === address), { timeout: 20_000 })
    .toBe(true);
  const letter = (await mails()).find(({ recipient }) => recipient === address)!;
  return /https?:\/\/[^/\s]+(\/\S+)/.exec(letter.text)![1]!;
}

describe.each([
  { scripts: true, width: 1280, colorScheme: "light" as const },
  { scripts: false, width: 1280, colorScheme: "dark" as const },
  { scripts: true, width: 360, colorScheme: "dark" as const },
])("a teacher, scripts $scripts, $width px wide", ({ scripts, width, colorScheme }) => {
  const address = `ada.${scripts ? "with" : "without"}.${width}@example.test`;

  it("finds the network of their area, joins it, and finds the right pack", async () => {
    const { page, context, problems } = await visit({
      javaScriptEnabled: scripts,
      viewport: { width, height: 800 },
      colorScheme,
    });
    // axe itself is a script: without them the same pages are checked in the other runs.
    const check = async () => {
      expect(await page.title()).not.toBe("");
      if (scripts) {
        await expectAccessible(page);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    };

    await page.goto(here.url);
    await check();
    await page.getByRole("main").getByPlaceholder("Postcode, town or school").fill("Otley");
    await page.getByRole("button", { name: "Find my network" }).click();
    await page.waitForURL(/\/networks\?near=Otley/);
    await check();
    await page.getByRole("main").getByRole("link", { name: "Leeds" }).first().click();
    await page.waitForURL(/\/networks\/leeds$/);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Leeds");
    await check();

    await page.getByRole("link", { name: "Create an account" }).click();
    await page.waitForURL(/\/sign-up/);
    await check();
    await page.getByLabel("Your name").fill("Ada Fernworthy");
    await page.getByLabel("E-mail").fill(address);
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Make my account" }).click();
    await page.getByText("Use at least 10 characters.").first().waitFor();
    expect(await page.getByLabel("Your name").inputValue()).toBe("Ada Fernworthy");
    await check();
    await page.getByLabel("Password", { exact: true }).fill("three quiet bridges");
    await page.getByRole("button", { name: "Make my account" }).click();
    await page.getByRole("heading", { name: "Look at your mail" }).waitFor();
    await check();

    await page.goto(here.url + (await linkMailedTo(address)));
    await check();
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/verify"));
    await page.goto(`${here.url}/networks/leeds`);
    await page.getByRole("button", { name: /Join/ }).first().click();
    await page.getByRole("link", { name: "Members" }).click();
    await page.waitForURL(/\/networks\/leeds\/members/);
    await page.getByRole("main").getByText("Ada Fernworthy").first().waitFor();
    await check();

    await page.goto(`${here.url}/packs?q=wnd+turbine`);
    await check();
    await page
      .getByRole("main")
      .getByRole("link", { name: /Catch the wind/ })
      .first()
      .click();
    await page.waitForURL(/\/packs\/catch-the-wind/);
    await page.getByText("Cardboard tube").first().waitFor();
    await check();
    const forThirty = page.getByRole("spinbutton", { name: /pupils/i });
    await forThirty.fill("30");
    await forThirty.press("Enter");
    await page.getByText("32 sheets").first().waitFor();

    for (const path of [
      "/",
      "/resources",
      "/search?q=brigde",
      "/notifications",
      "/settings",
      "/settings/school",
      "/schools",
      "/dev/mail",
    ]) {
      const answer = await page.goto(here.url + path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await check();
    }
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe("a coordinator", () => {
  it("admits one and declines another, who is told why", async () => {
    const { page, context, problems } = await visit();
    await page.goto(`${here.url}/sign-in?next=/networks/nottingham/coordinate`);
    await page.getByLabel("E-mail").fill("coordinator@demo.staffroom.test");
    await page.getByLabel("Password", { exact: true }).fill("staffroom-demo");
    await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/networks\/nottingham\/coordinate/);
    await expectAccessible(page);
    const before = await page.getByRole("button", { name: /^Admit/ }).count();
    await page
      .getByRole("button", { name: /^Admit/ })
      .first()
      .click();
    await expect.poll(() => page.getByRole("button", { name: /^Admit/ }).count()).toBe(before - 1);
    await page
      .getByRole("link", { name: /^Decline/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page);
    await page
      .getByRole("textbox", { name: /reason|why/i })
      .fill("We are full until the summer; Leeds has places.");
    await page.getByRole("button", { name: /Decline/ }).click();
    await page.waitForURL(/\/coordinate/);
    const at = await house();
    // The site's own worker is at it too: what it tells may come between.
    await expect
      .poll(async () => {
        await newsGoesOut(at);
        return (await at.mails()).some(({ text }) => text.includes("We are full until the summer"));
      })
      .toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });
});
