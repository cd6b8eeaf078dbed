import { beforeAll, expect, it } from "vitest";
import { makeCoordinator, makeNetwork } from "../factories/networks";
import { PASSWORD } from "../factories/people";
import { makeSchool } from "../factories/schools";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { house } from "../support/house";
import { type Site, site } from "../support/site";

const at = await house();
let here: Site;

beforeAll(async () => {
  here = await site();
});

it("a coordinator marks the territory on a phone without scripts, then by keyboard, and both mistakes are told in place", async () => {
  const network = await makeNetwork(at.services, { name: "Tamar Bridge" });
  const lead = await makeCoordinator(at.services, network.slug);
  await makeSchool(at.services);
  const open = async (javaScriptEnabled: boolean) => {
    const seen = await visit({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    await seen.page.goto(`${here.url}/sign-in?next=/networks/${network.slug}/coordinate/territory`);
    await seen.page.getByLabel("E-mail").fill(lead.email);
    await seen.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await seen.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
    await seen.page.getByRole("heading", { name: "Territory of Tamar Bridge" }).waitFor();
    return seen;
  };
  const plain = await open(false);
  await plain.page.getByRole("radio", { name: "All around our place" }).check();
  const kilometres = plain.page.getByLabel("Kilometres around your place");
  await kilometres.fill("many");
  await plain.page.getByRole("button", { name: "Save" }).click();
  await plain.page.getByText("Write a whole number of kilometres from 1 to 300.").first().waitFor();
  expect(await kilometres.inputValue()).toBe("many");
  await kilometres.fill("10");
  await plain.page.getByRole("button", { name: "Save" }).click();
  await plain.page.getByText("Teachers in your territory find you first.").first().waitFor();
  await plain.page.getByText("1 open school in the marked territory.").waitFor();
  await plain.context.close();

  const { page, problems, context } = await open(true);
  await hydrated(page);
  await page.getByRole("radio", { name: "All around our place" }).focus();
  await page.keyboard.press("ArrowDown");
  const corners = page.getByLabel("Corners of the border, one a line, in order");
  await corners.waitFor();
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await page.getByText("Write at least three corners.").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Inside a border we draw" }).focus();
  await page.keyboard.press("Tab");
  expect(await corners.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("53, -1.3\n53, -1\n52.9, -1\n");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Teachers in your territory find you first.").first().waitFor();
  await page.reload();
  expect(await corners.inputValue()).toBe("53, -1.3\n53, -1\n52.9, -1");
  await expectAccessible(page);
  expect(problems).toEqual([]);
  await context.close();
});
