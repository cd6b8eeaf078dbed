import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { networks } from "~db/schema";
import { makeCoordinator, makeNetwork } from "../factories/networks";
import { PASSWORD } from "../factories/people";
import { expectAccessible, visit } from "../support/browser";
import { house } from "../support/house";
import { type Site, site } from "../support/site";

const at = await house();
let here: Site;

beforeAll(async () => {
  here = await site();
});

it("a coordinator makes a link, a newcomer signs up through it without scripts, and is seen to have come", async () => {
  const network = await makeNetwork(at.services, { name: "Tamar Bridge" });
  const lead = await makeCoordinator(at.services, network.slug);
  await at.services.db.update(networks).set({ joinPolicy: "closed" }).where(eq(networks.id, network.id));
  const coordinator = await visit({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  const { page } = coordinator;
  await page.goto(`${here.url}/sign-in?next=/networks/${network.slug}/coordinate`);
  await page.getByLabel("E-mail").fill(lead.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Invitation links" }).click();
  await page.getByText("No link has been made yet").waitFor();
  await expectAccessible(page);
  await page.getByLabel("What it is for").fill("Autumn meetup");
  await page.getByLabel("For how many people").fill("501");
  await page
    .getByRole("main")
    .locator("form")
    .evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole("button", { name: "Make the link" }).click();
  await page.getByText("A whole number from 1 to 500").first().waitFor();
  expect(await page.getByLabel("What it is for").inputValue()).toBe("Autumn meetup");
  await page.getByLabel("For how many people").fill("3");
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Link to pass on").inputValue();
  await page.getByRole("button", { name: "Copy" }).waitFor();
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);

  const newcomer = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const theirs = newcomer.page;
  const path = new URL(link).pathname;
  await theirs.goto(here.url + path);
  await theirs.getByText(`${lead.name} invites you`).waitFor();
  await theirs.getByRole("link", { name: "Create an account" }).click();
  await theirs.getByLabel("Your name").fill("Ines Almondsbury");
  await theirs.getByLabel("E-mail").fill("ines@example.test");
  await theirs.getByLabel("Password", { exact: true }).fill("three quiet bridges");
  await theirs.getByRole("button", { name: "Make my account" }).click();
  await theirs.getByRole("heading", { name: "Look at your mail" }).waitFor();
  const letter = async () => (await at.mails()).find(({ recipient }) => recipient === "ines@example.test");
  await expect.poll(async () => (await letter()) !== undefined, { timeout: 20_000 }).toBe(true);
  await theirs.goto(here.url + /https?:\/\/[^/\s]+(\/verify\S+)/.exec((await letter())!.text)![1]!);
  await theirs.getByRole("button", { name: "Confirm and sign in" }).click();
  await theirs.waitForURL(here.url + path);
  await theirs.getByRole("button", { name: "Join this network" }).click();
  await theirs.waitForURL(`${here.url}/networks/${network.slug}?done=joined`);
  await theirs.getByText("You are a member of this network now.").waitFor();
  await theirs.goto(here.url + path);
  await theirs.getByText("You are a member of Tamar Bridge already.").waitFor();
  await newcomer.context.close();

  await page.goto(`${here.url}/networks/${network.slug}/coordinate/invitations`);
  expect(await page.content()).not.toContain(path);
  await page.getByText("1 person of at most 3 came by it").click();
  await page.getByRole("link", { name: "Ines Almondsbury" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Revoke “Autumn meetup”" }).click();
  await page.getByText("1 person came by it and stays a member.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Revoke the link" }).click();
  await page.getByText("The link is revoked").waitFor();
  await page.goto(here.url + path);
  await expectAccessible(page);
  expect(coordinator.problems).toEqual([]);
  await coordinator.context.close();
});
