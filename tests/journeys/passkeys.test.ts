import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { type House, house } from "../support/house";
import { type Site, site } from "../support/site";

let at: House;
let here: Site;
beforeAll(async () => {
  at = await house();
  here = await site();
});

/** Gives a page a phone-like authenticator that verifies its user; Chromium answers with it by itself. */
async function withAuthenticator(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  const can = (enabled: boolean) =>
    cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  const verified = (isUserVerified: boolean) =>
    cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { can, verified };
}

async function givePassword(page: Page, email: string) {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Presses the button that has the focus after as many tabs as it takes. */
async function pressByKeyboard(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  await button.waitFor();
  for (let n = 0; n < 60; n++) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
}

it("a passkey is added, signs in, is the second step, and is removed", async () => {
  const person = await makePerson(at.services);
  const { page, context, problems } = await visit({ viewport: { width: 360, height: 740 } });
  const device = await withAuthenticator(context, page);
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings/security")}`);
  await givePassword(page, person.email);
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByText("from then on we also ask").waitFor();
  await hydrated(page);
  await expectAccessible(page);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("heading", { name: "Now your device" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Name of the passkey").fill("Teacher’s phone");
  await pressByKeyboard(page, "Make the passkey");
  await page.getByText("Keep these codes now").waitFor();
  const codes = await page.locator(".recovery-codes li").allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await page.getByRole("link", { name: "I have kept them" }).click();
  await page.getByText("Teacher’s phone").waitFor();
  await page.getByText("not used yet").waitFor();
  await expectAccessible(page);

  await context.clearCookies();
  // The field would answer by itself as soon as the page is there.
  await device.can(false);
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings/passkeys")}`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).waitFor();
  await expectAccessible(page);
  await device.verified(false);
  await device.can(true);
  await pressByKeyboard(page, "Sign in with a passkey");
  await page.getByText("That did not work").waitFor();
  await device.verified(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(`${here.url}/settings/passkeys`);
  await page.getByText("last used").first().waitFor();

  await context.clearCookies();
  await device.can(false);
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings/passkeys")}`);
  await givePassword(page, person.email);
  await page.getByRole("button", { name: "Use a passkey" }).waitFor();
  await expectAccessible(page);
  await device.can(true);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(`${here.url}/settings/passkeys`);

  await page.getByRole("link", { name: "Teacher’s phone" }).click();
  await page.getByText("It is your only second step").waitFor();
  await expectAccessible(page);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Remove this passkey" }).click();
  await page.getByText("The passkey is removed").waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

it("without scripts there is no button, and nothing else is different", async () => {
  const person = await makePerson(at.services);
  const { page, context } = await visit({ javaScriptEnabled: false });
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings/passkeys")}`);
  expect(await page.getByRole("button", { name: /passkey/ }).count()).toBe(0);
  await givePassword(page, person.email);
  await page.getByText("cannot make passkeys, or scripts are off").waitFor();
  await context.close();
});
