import { beforeAll, expect, it } from "vitest";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, visit } from "../support/browser";
import { type House, house } from "../support/house";
import { type Site, site } from "../support/site";

let at: House;
let here: Site;
beforeAll(async () => {
  at = await house();
  here = await site();
});

/** The link in the newest letter to an address, on the port this site listens on. */
async function linkTo(email: string): Promise<string> {
  const newest = async () => (await at.mails()).find(({ recipient }) => recipient === email)?.text ?? "";
  await expect.poll(newest, { timeout: 20_000 }).toContain("/change-email?token=");
  return here.url + /\/change-email\?token=[\w-]+/.exec(await newest())?.[0];
}

it.each([
  ["with scripts", {}],
  ["without scripts, on a phone", { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }],
])("another mail address is asked for and agreed to by both mailboxes, %s", async (how, options) => {
  const person = await makePerson(at.services);
  const email = `next-${how.startsWith("without") ? "phone" : "desk"}@example.org`;
  const { page, context, problems } = await visit(options);
  const accessible = () => ("javaScriptEnabled" in options ? Promise.resolve() : expectAccessible(page));
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings")}`);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Change your address" }).click();
  await page.getByLabel("New e-mail address").fill(email);
  await page.getByRole("button", { name: "Write to both addresses" }).click();
  await page.getByText("Enter your password.").first().waitFor();
  expect(await page.getByLabel("New e-mail address").inputValue()).toBe(email);
  await accessible();
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Write to both addresses" }).click();
  await page.getByText(`On its way: ${email}`).waitFor();
  await accessible();

  await page.goto(await linkTo(person.email));
  await accessible();
  await page.getByRole("button", { name: "Yes, change it" }).click();
  await page.getByText("The change takes place when").waitFor();
  await page.goto(await linkTo(email));
  await accessible();
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await page.getByText("From now on you sign in with your new address.").waitFor();
  await accessible();
  await page.goto(`${here.url}/settings`);
  await page.getByText(`You sign in as ${email}.`).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});
