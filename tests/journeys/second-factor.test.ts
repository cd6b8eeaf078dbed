import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { makePerson, PASSWORD } from "../factories/people";
import { codeOf, letTimePass } from "../factories/second-factors";
import { expectAccessible, visit } from "../support/browser";
import { type House, house } from "../support/house";
import { type Site, site } from "../support/site";

let at: House;
let here: Site;
beforeAll(async () => {
  at = await house();
  here = await site();
});

async function givePassword(page: Page, email: string) {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

it.each([
  ["with scripts", {}],
  ["without scripts, on a phone", { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }],
])("the second step is set up and signs in %s", async (_how, options) => {
  const person = await makePerson(at.services);
  const scripts = !("javaScriptEnabled" in options);
  const { page, context, problems } = await visit(options);
  const accessible = () => (scripts ? expectAccessible(page) : Promise.resolve());
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings")}`);
  await givePassword(page, person.email);
  await page.getByRole("link", { name: "Browsers and second step" }).click();
  await page.getByText("this browser").waitFor();
  await accessible();
  await page.getByRole("link", { name: "Set up the second step" }).click();
  await page.getByRole("button", { name: "Set up the second step" }).click();
  const picture = page.getByRole("img", { name: /^QR code/ });
  await picture.waitFor();
  await accessible();
  const { width = 0 } = (await picture.boundingBox()) ?? {};
  expect(width).toBeGreaterThan(180);

  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("This code is not right").first().waitFor();
  await accessible();
  await page.getByLabel("Code", { exact: true }).fill(await codeOf(at.services, person.id));
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("Keep these codes now").waitFor();
  const codes = await page.locator(".recovery-codes li").allTextContents();
  expect(codes).toHaveLength(10);
  await accessible();
  await page.getByRole("link", { name: "I have kept them" }).click();
  await page.getByText("10 recovery codes are left").waitFor();
  await context.close();

  const phone = await visit(options);
  await phone.page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings/security")}`);
  await givePassword(phone.page, person.email);
  await phone.page.getByRole("heading", { name: "One more step" }).waitFor();
  if (scripts) await expectAccessible(phone.page);
  await letTimePass(at.services, person.id);
  await phone.page.getByLabel("Code", { exact: true }).fill(await codeOf(at.services, person.id));
  await phone.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await phone.page.waitForURL(`${here.url}/settings/security`);
  await phone.page
    .getByText(/^Chrom(e|ium) on /)
    .first()
    .waitFor();
  expect([...problems, ...phone.problems]).toEqual([]);
  await phone.context.close();
});
