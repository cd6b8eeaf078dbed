import { beforeAll, expect, it } from "vitest";
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

it("two coordinators change the settings at once: the second is told and loses nothing", async () => {
  const network = await makeNetwork(at.services, { name: "Tamar Bridge" });
  const lead = await makeCoordinator(at.services, network.slug);
  const deputy = await makeCoordinator(at.services, network.slug, { duty: "deputy" });
  const open = async (email: string, javaScriptEnabled: boolean) => {
    const seen = await visit({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    await seen.page.goto(`${here.url}/sign-in?next=/networks/${network.slug}/coordinate/settings`);
    await seen.page.getByLabel("E-mail").fill(email);
    await seen.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await seen.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
    await seen.page.getByRole("heading", { name: "Settings of Tamar Bridge" }).waitFor();
    return seen;
  };
  const second = await open(deputy.email, true);
  const first = await open(lead.email, false);
  await first.page.getByLabel("Welcome").fill("Tea from four.\n\nBring a cup.");
  await first.page.getByRole("radio", { name: /Dormant/i }).check();
  await first.page.getByRole("button", { name: "Save" }).click();
  await first.page.getByText("Saved. It holds from now on.").waitFor();
  await first.page.goto(`${here.url}/networks/${network.slug}`);
  await first.page.getByText("Bring a cup.").waitFor();
  await first.page.getByText("people join by invitation only").waitFor();
  await first.context.close();

  const { page, problems } = second;
  await expectAccessible(page);
  await page.getByLabel("In one sentence").fill("Both banks of the river.");
  const save = page.getByRole("button", { name: "Save" });
  await save.click();
  await page.getByText("Somebody else has changed the settings meanwhile.").first().waitFor();
  expect(await page.getByLabel("In one sentence").inputValue()).toBe("Both banks of the river.");
  await expectAccessible(page);
  await save.click();
  await page.getByText("Saved. It holds from now on.").waitFor();
  expect(await page.getByLabel("In one sentence").inputValue()).toBe("Both banks of the river.");
  expect(problems).toEqual([]);
  await second.context.close();
});
