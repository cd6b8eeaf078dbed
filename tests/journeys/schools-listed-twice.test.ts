import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { makePerson, PASSWORD } from "../factories/people";
import { makeSchool } from "../factories/schools";
import { expectAccessible, hydrated, type Visit, visit } from "../support/browser";
import { house } from "../support/house";
import { type Site, site } from "../support/site";

const at = await house();
let here: Site;
const position = { latitude: 54.61, longitude: -3.1 };

beforeAll(async () => {
  here = await site();
});

const phone = { width: 360, height: 740 };

async function signedIn(email: string, next: string, options: { javaScriptEnabled?: boolean } = {}) {
  const seen = await visit({ viewport: phone, ...options });
  await seen.page.goto(`${here.url}/sign-in?next=${next}`);
  await seen.page.getByLabel("E-mail").fill(email);
  await seen.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await seen.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  return seen;
}

/** Accessible, and nothing scrolls sideways. A page without scripts cannot be asked: what it shows is the same. */
async function isInOrder(page: Visit["page"]) {
  await hydrated(page);
  await expectAccessible(page);
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  expect(await page.evaluate(fits)).toBe(true);
}

it.each([true, false])(
  "an administrator merges two schools and undoes it (scripts: %s)",
  async (javaScriptEnabled) => {
    const admin = await makePerson(at.services, { siteRoles: ["administrator"] });
    const name = javaScriptEnabled ? "Dunnart Fell" : "Quenda Moor";
    await makeSchool(at.services, { name: `${name} School`, town: "Keswick", postcode: "", position });
    await makeSchool(at.services, { name: `${name} Academy`, town: "Keswick", postcode: "", position });
    await at.runJobs();
    const { page, problems, context } = await signedIn(admin.email, "/admin", { javaScriptEnabled });
    await page.getByRole("link", { name: "Schools listed twice" }).click();
    await page.getByRole("heading", { name: "Probably one school" }).waitFor();
    if (javaScriptEnabled) await isInOrder(page);
    await page.getByRole("link", { name: new RegExp(`${name} .* and ${name}`) }).click();
    await page.getByRole("heading", { name: "Are these one school?" }).waitFor();
    if (javaScriptEnabled) await isInOrder(page);
    await page.getByRole("button", { name: `Merge into ${name} School` }).click();
    await page.getByText("The two are one school now.").waitFor();
    if (javaScriptEnabled) await isInOrder(page);
    await page.getByRole("button", { name: new RegExp(`Undo ${name}`) }).click();
    await page.getByText("The two are separate schools again.").waitFor();
    await page.getByRole("link", { name: new RegExp(`${name} .* and ${name}`) }).click();
    await page.getByRole("button", { name: "Not the same school" }).click();
    await page.getByText("The two are not shown again as one.").waitFor();
    await page.getByRole("heading", { name: "Not the same school" }).waitFor();
    if (javaScriptEnabled) await isInOrder(page);
    expect(problems).toEqual([]);
    await context.close();
  },
);

it.each([true, false])(
  "a teacher on a phone is shown the school that is there before adding it again (scripts: %s)",
  async (javaScriptEnabled) => {
    await at.services.db.execute(sql`insert into places (id, country, name, latitude, longitude)
    values (gen_random_uuid(), 'GB', 'Potorooton', 55.1, -2.2) on conflict do nothing`);
    const saint = javaScriptEnabled ? "Cuthbert" : "Wilfrid";
    await makeSchool(at.services, {
      ...{ name: `St ${saint}'s Primary School`, town: "Potorooton", postcode: "" },
      position: { latitude: 55.11, longitude: -2.2 },
    });
    const closed = await makeSchool(at.services, { name: `Closed Gate School of ${saint}` });
    const teacher = await makePerson(at.services, { schoolId: closed });
    await at.services.db.execute(sql`update schools set closed_on = '2020-08-31' where id = ${closed}`);
    const { page, context } = await signedIn(teacher.email, "/settings/school", { javaScriptEnabled });
    await page.getByText("This school has closed. Where do you teach now?").waitFor();
    if (javaScriptEnabled) await isInOrder(page);
    await page.getByText("My school is not listed").click();
    await page.getByLabel("Name of the school").fill(`Saint ${saint}s Primary`);
    await page.getByLabel("Town or village").fill("Potorooton");
    await page.getByLabel("Country").selectOption("GB");
    await page.getByRole("button", { name: "Add it as my school" }).click();
    await page.getByRole("heading", { name: "Is it one of these?" }).waitFor();
    expect(await page.getByLabel("Name of the school").inputValue()).toBe(`Saint ${saint}s Primary`);
    await page.getByRole("button", { name: "It is none of these: add it" }).waitFor();
    if (javaScriptEnabled) await isInOrder(page);
    await page.getByRole("button", { name: `This is my school St ${saint}'s Primary School` }).click();
    await page.getByText("Saved.").waitFor();
    await page.getByRole("heading", { name: "You teach at" }).waitFor();
    await context.close();
  },
);
