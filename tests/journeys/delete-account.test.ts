import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { makeCoordinator, makeNetwork } from "../factories/networks";
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

const SHOTS = process.env.SHOTS;

it.each([
  ["with scripts", {}],
  [
    "without scripts, on a phone in the dark",
    { javaScriptEnabled: false, colorScheme: "dark" as const, viewport: { width: 360, height: 740 } },
  ],
])("data is taken away, the account asked to be deleted, and kept after all, %s", async (how, options) => {
  const scripts = !("javaScriptEnabled" in options);
  const { slug } = await makeNetwork(at.services, { name: `Derwent Valley teachers, ${how}` });
  const person = await makeCoordinator(at.services, slug, { person: await makePerson(at.services) });
  const { page, context, problems } = await visit(options);
  const settled = async (name: string) => {
    if (scripts) await hydrated(page);
    if (scripts) await expectAccessible(page);
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide, `${name} is no wider than the window`).toBeLessThanOrEqual(0);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${scripts}.png`, fullPage: true });
  };
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent("/settings")}`);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Download or delete" }).click();
  await page.getByRole("heading", { level: 1, name: "Your data" }).waitFor();
  await settled("data");
  await page.getByLabel("Current password").fill(PASSWORD);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download my data" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("staffroom-data.zip");
  await readOffline(await download.path());

  await page.goto(`${here.url}/settings/data`);
  await page.getByRole("link", { name: "Delete my account" }).click();
  await page.getByText("You lead Derwent Valley").waitFor();
  await settled("delete");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByText("Tick the box if you are sure.").first().waitFor();
  await settled("delete-refused");
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("Yes, delete my account in 14 days").check();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByRole("heading", { level: 1, name: /Your account will be deleted on/ }).waitFor();
  await settled("leaving");
  await page.goto(`${here.url}/packs`);
  await page.getByRole("button", { name: "Keep my account" }).click();
  await page.getByText("Your account stays. Everything is as it was.").waitFor();
  await settled("kept");
  expect(problems, how).toEqual([]);
  await context.close();
});

/** Unpacks an archive and opens its page from the disk, with no network. */
async function readOffline(zip: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-archive-"));
  const files = unzipSync(new Uint8Array(await readFile(zip)));
  const file = path.join(folder, "index.html");
  await writeFile(file, files["index.html"]!);
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, context, problems } = await visit({
      ...{ offline: true, colorScheme, viewport: { width: 360, height: 740 }, bypassCSP: true },
    });
    await page.goto(pathToFileURL(file).href);
    await page.getByRole("heading", { level: 2, name: "Your networks" }).waitFor();
    await expectAccessible(page);
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/archive-${colorScheme}.png` });
    expect(problems).toEqual([]);
    await context.close();
  }
  await rm(folder, { recursive: true });
}
