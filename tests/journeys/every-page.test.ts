import { beforeAll, expect, it } from "vitest";
import type { Person } from "~/platform/services/actor";
import { PASSWORD } from "../factories/people";
import { actions } from "../permissions/actions";
import { type Cast, makeCast, type Role, setStage } from "../permissions/cast";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { house } from "../support/house";
import { httpBrowser } from "../support/http-browser";
import { type Site, site } from "../support/site";

const { services } = await house();
let here: Site;
let cast: Cast;

beforeAll(async () => {
  here = await site();
  cast = await makeCast(services);
});

/** Every page that the table of permissions asks for, by its route, made ready for one who acts. */
async function pagesFor(role: Exclude<Role, "visitor">): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const { policy, asks } of Object.values(actions)) {
    for (const { route, path, form } of await asks(() => setStage(services, role, cast, policy), services)) {
      if (!form && !pages.has(route)) pages.set(route, path);
    }
  }
  return pages;
}

async function cookiesOf(person: Person) {
  const browser = httpBrowser(here.url);
  await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
  return [...browser.jar].map(([name, value]) => ({ name, value, url: here.url }));
}

// One on a phone in the dark, the other at a desk in the light: what an axe finds of colour and of order differs.
it.each([
  ["lead", "on a phone in the dark", { width: 360, height: 740 }, "dark"],
  ["admin", "at a desk in the light", { width: 1280, height: 800 }, "light"],
] as const)(
  "passes axe as seen by the %s, %s, does not scroll sideways and has one heading of the first order",
  async (role, _, viewport, colorScheme) => {
    const pages = await pagesFor(role);
    const { page, context, problems } = await visit({ viewport, colorScheme });
    await context.addCookies(await cookiesOf(cast[role]));
    const seen: string[] = [];
    for (const [route, path] of pages) {
      const answer = await context.request.get(here.url + path);
      if (answer.status() !== 200 || !answer.headers()["content-type"]?.startsWith("text/html")) continue;
      await page.goto(here.url + path);
      await hydrated(page);
      await expectAccessible(page);
      const { wide, titles } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        titles: document.querySelectorAll("h1").length,
      }));
      expect(wide, `${route} is too wide`).toBeLessThanOrEqual(viewport.width);
      expect(titles, `${route}: headings of the first order`).toBe(1);
      seen.push(route);
    }
    expect(seen.length).toBeGreaterThan(45);
    expect(problems).toEqual([]);
    await context.close();
  },
  300_000,
);
