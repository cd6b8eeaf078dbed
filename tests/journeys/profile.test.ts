import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeMember, makeNetwork } from "../factories/networks";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { house } from "../support/house";
import { picture } from "../support/pictures";
import { type Site, site } from "../support/site";

const at = await house();
let here: Site;
let folder: string;
let photo: string;

beforeAll(async () => {
  here = await site();
  folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-photo-"));
  photo = path.join(folder, "me.jpg");
  await writeFile(photo, await picture());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function enter(email: string, next: string, javaScriptEnabled: boolean, width: number) {
  const seen = await visit({ javaScriptEnabled, viewport: { width, height: 740 } });
  await seen.page.goto(`${here.url}/sign-in?next=${encodeURIComponent(next)}`);
  await seen.page.getByLabel("E-mail").fill(email);
  await seen.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await seen.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  return seen;
}

it("on a phone without scripts: tell what one teaches, send a photo, be found", async () => {
  const { slug } = await makeNetwork(at.services, { name: "Tamar Bridge" });
  const person = await makeMember(at.services, slug, await makePerson(at.services, { name: "Edda Quill" }));
  const { page, problems, context } = await enter(person.email, `/people/${person.id}`, false, 360);
  await page.getByRole("link", { name: "Add what you teach" }).click();
  await page.getByRole("checkbox", { name: "Physics" }).check();
  await page.getByRole("checkbox", { name: "11 to 14" }).check();
  await page.getByText("All languages").click();
  await page.getByRole("checkbox", { name: "Welsh" }).check();
  await page.getByLabel("What you offer").fill("A wind tunnel to borrow");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("See it as others do").waitFor();
  await page.getByRole("link", { name: "Your photo" }).click();
  await page.getByLabel("New photo").setInputFiles(photo);
  await page.getByRole("button", { name: "Use this photo" }).click();
  await page.getByText("Your new photo is shown from now on.").waitFor();
  await page.getByRole("img", { name: "Your photo" }).waitFor();
  await page.goto(`${here.url}/networks/${slug}/members`);
  await page.getByText("Filters").click();
  await page.getByRole("checkbox", { name: "Geography" }).check();
  await page.getByRole("button", { name: "Show results" }).click();
  await page.getByText("Nobody here teaches Geography yet").waitFor();
  await page.getByRole("link", { name: "Show all members" }).click();
  await page.getByPlaceholder("Name, or what they offer").fill("tunnel");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Edda Quill" }).click();
  await page.getByRole("img", { name: "Photo of Edda Quill" }).waitFor();
  await page.getByText("Welsh").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(problems).toEqual([]);
  await context.close();

  // The checker needs scripts: the same pages once more, at the same width.
  const seen = await enter(person.email, "/settings/profile", true, 360);
  for (const path of ["/settings/profile", "/settings/photo", `/people/${person.id}`]) {
    await seen.page.goto(here.url + path);
    await expectAccessible(seen.page);
  }
  await seen.page.goto(`${here.url}/networks/${slug}/members`);
  await hydrated(seen.page);
  await seen.page.getByText("Filters").click();
  await expectAccessible(seen.page);
  expect(seen.problems).toEqual([]);
  await seen.context.close();
});

it("with the keyboard alone: filter members, take a filter away, remove the photo", async () => {
  const { slug } = await makeNetwork(at.services, { name: "Severn Reach" });
  const person = await makeMember(at.services, slug, await makePerson(at.services, { name: "Fenn Marlow" }));
  const { page, problems, context } = await enter(person.email, `/networks/${slug}/members`, true, 1280);
  await page.getByRole("link", { name: "Fenn Marlow" }).waitFor();
  await hydrated(page);
  await page.getByRole("checkbox", { name: "Chemistry" }).focus();
  await page.keyboard.press("Space");
  await page.waitForURL(/subject=chemistry/);
  await page.getByText("Nobody here teaches Chemistry yet").waitFor();
  await page.getByRole("link", { name: /Chemistry/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Fenn Marlow" }).waitFor();
  await expectAccessible(page);

  await page.goto(`${here.url}/settings/photo`);
  await hydrated(page);
  await page.getByLabel("New photo").setInputFiles(photo);
  await page.getByRole("button", { name: "Use this photo" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Your new photo is shown from now on.").waitFor();
  await page.getByText("Remove the photo").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Your photo is gone.").waitFor();
  await expectAccessible(page);
  expect(problems).toEqual([]);
  await context.close();
});
