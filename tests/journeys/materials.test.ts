import { beforeAll, expect, it } from "vitest";
import { saveMaterials } from "~/features/packs/index.server";
import { system } from "~/platform/services/actor";
import { makePack, someMaterials } from "../factories/packs";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, visit } from "../support/browser";
import { house } from "../support/house";
import { type Site, site } from "../support/site";

let here: Site;
let librarian: { email: string };

beforeAll(async () => {
  const { services } = await house();
  const thing = (slug: string, name: string, more = {}) => ({
    slug,
    name,
    unit: "piece" as const,
    kind: "consumable" as const,
    synonyms: [],
    ...more,
  });
  await saveMaterials(services, system, [
    ...someMaterials,
    thing("foam-board", "Foam board", { substitutes: [{ material: "card-a4", note: "cut it double" }] }),
    thing("elastic-band", "Elastic band", { synonyms: ["rubber band"] }),
    thing("twine", "Garden twine"),
  ]);
  const line = (material: string) => ({ material, perGroup: 1, unit: "piece" as const, usedIn: [1, 2] });
  await makePack(services, {
    slug: "kites",
    title: "Kites",
    materials: [line("string"), line("foam-board")],
  });
  await makePack(services, { slug: "racers", title: "Racers", materials: [line("elastic-band")] });
  librarian = await makePerson(services, { siteRoles: ["librarian"] });
  here = await site();
});

it("answers as one ticks, types and pastes, and a shared link restores the cupboard", async () => {
  const { page, context, problems } = await visit();
  const main = page.getByRole("main");
  const found = page.getByRole("region", { name: "Results" });
  const says = (text: string) =>
    expect.poll(() => found.getByRole("status").textContent(), { timeout: 20_000 }).toContain(text);
  await page.goto(`${here.url}/materials`, { waitUntil: "networkidle" });
  await expectAccessible(page);

  await page.getByRole("checkbox", { name: /String/ }).check();
  await says("1 thing in the cupboard");
  await main.getByText("1 thing missing").first().waitFor();
  expect(new URL(page.url()).search).toBe("?have=string");

  const field = page.getByRole("combobox", { name: "What is in the cupboard?" });
  await field.pressSequentially("cardst", { delay: 20 });
  await page.getByRole("option", { name: /Card, A4/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await main.getByText("Card, A4 does it (cut it double)").first().waitFor();
  expect(new URL(page.url()).search).toBe("?have=card-a4.string");
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field.inputValue()).toBe("");

  await page.getByText("Paste a list").click();
  await page.getByLabel("Your list").fill("- 3 rubber bands\n- foam bord\n- flux capacitor");
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByText("Not understood yet").waitFor();
  await says("3 things in the cupboard");
  await main.getByText("You have everything").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Foam board", exact: true }).first().click();
  await says("4 things in the cupboard");
  await page.getByRole("link", { name: "Leave it out: flux capacitor" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?have=card-a4.elastic-band.foam-board.string");

  await page.goBack();
  await says("4 things in the cupboard");
  await page.getByRole("link", { name: "Remove filter: Elastic band" }).click();
  await says("3 things in the cupboard");
  expect(await page.getByRole("checkbox", { name: /Elastic band/ }).isChecked()).toBe(false);

  const other = await visit();
  await other.page.goto(page.url());
  expect(await other.page.getByRole("checkbox", { name: /Foam board/ }).isChecked()).toBe(true);
  expect(other.problems).toEqual([]);
  await other.context.close();
  expect(problems).toEqual([]);
  await context.close();
});

it("does the same without scripts, on a phone", async () => {
  const { page, context } = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(`${here.url}/packs`);
  await page.getByRole("link", { name: "What can we build?" }).click();
  await page.getByText("Tick what is there").click();
  await page.getByRole("checkbox", { name: /Elastic band/ }).check();
  await page.getByRole("button", { name: "Show what we can build" }).click();
  await page.getByText("You have everything").waitFor();
  await page.getByText("Paste a list").click();
  await page.getByLabel("Your list").fill("twine, cardstock\nsomething else");
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.waitForURL(/have=card-a4\.elastic-band\.string&list=something\+else$/);
  await page.getByText("Not understood yet").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await context.close();
});

it("lets a librarian merge two materials after seeing what will happen", async () => {
  const { page, context, problems } = await visit();
  await page.goto(`${here.url}/sign-in?next=/materials/vocabulary`);
  await page.getByLabel("E-mail").fill(librarian.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Garden twine" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Garden twine" }).click();
  await page.getByRole("heading", { name: "What can stand for it" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Merge into another material" }).click();
  await page.getByRole("combobox", { name: "The material that stays" }).fill("string");
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByText("This cannot be taken back").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Merge “Garden twine” into “String”" }).click();
  await page.getByText("The two materials are one now.", { exact: false }).waitFor();
  await page.goto(`${here.url}/packs?material=twine`);
  expect(new URL(page.url()).search).toBe("?material=string");
  expect(problems).toEqual([]);
  await context.close();
});
