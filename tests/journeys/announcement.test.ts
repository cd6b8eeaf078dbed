import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import type { Person } from "~/platform/services/actor";
import { makeCoordinator, makeMember, makeNetwork } from "../factories/networks";
import { makePerson, PASSWORD } from "../factories/people";
import { expectAccessible, hydrated, visit } from "../support/browser";
import { type House, house } from "../support/house";
import { newsGoesOut } from "../support/news";
import { type Site, site } from "../support/site";

let at: House;
let here: Site;
let slug: string;
let lead: Person;

beforeAll(async () => {
  at = await house();
  ({ slug } = await makeNetwork(at.services, { name: "Trent Valley" }));
  lead = await makeCoordinator(at.services, slug);
  await newsGoesOut(at);
  here = await site();
});

async function signIn(page: Page, email: string, next: string, { scripts = true } = {}) {
  await page.goto(`${here.url}/sign-in?next=${encodeURIComponent(next)}`);
  if (scripts) await hydrated(page);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${here.url}${next}`);
  if (scripts) await hydrated(page);
}

it("a member chooses daily, the coordinator announces, the digest comes with one link that stops its like", {
  timeout: 150_000,
}, async () => {
  const member = await makeMember(at.services, slug, await makePerson(at.services));
  const theirs = await visit({ timezoneId: "Asia/Phnom_Penh" });
  await signIn(theirs.page, member.email, "/settings/notifications");
  // Proposed by the browser, for nothing was chosen yet.
  expect(await theirs.page.getByLabel("Time zone").inputValue()).toBe("Asia/Phnom_Penh");
  const kind = theirs.page.getByRole("group", { name: "Announcements of your networks" });
  await kind.getByRole("radio", { name: "daily" }).check();
  await theirs.page.getByLabel("Hour of the daily").selectOption("6");
  await expectAccessible(theirs.page);
  await theirs.page.getByRole("button", { name: "Save" }).click();
  await theirs.page.getByText("Saved.").waitFor();

  const ours = await visit();
  await signIn(ours.page, lead.email, `/networks/${slug}/coordinate`);
  await ours.page.getByRole("link", { name: "Write an announcement" }).click();
  await ours.page.getByLabel("Title").fill("The hall is ours <b>");
  await ours.page
    .getByLabel("Text")
    .fill("On Thursday, see https://hall.example/plan.\n\njavascript:alert(1) is no link.");
  await ours.page.getByRole("button", { name: "Look at it first" }).click();
  await ours.page.getByRole("heading", { name: "This is how it will look" }).waitFor();
  await expectAccessible(ours.page);
  await ours.page.getByRole("button", { name: "Send it to 2 members" }).click();
  await ours.page.getByText("Announced. Every member is told").waitFor();
  const links = ours.page.getByRole("article").getByRole("link");
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
    "https://hall.example/plan",
  ]);
  await expectAccessible(ours.page);

  await theirs.page.goto(`${here.url}/networks/${slug}`);
  await hydrated(theirs.page);
  await theirs.page.getByRole("heading", { name: "The hall is ours <b>" }).waitFor();
  await expectAccessible(theirs.page);

  const mine = async () => (await at.mails()).filter(({ recipient }) => recipient === member.email);
  await newsGoesOut(at);
  await expect.poll(async () => (await mine()).length, { timeout: 20_000 }).toBe(1);
  const [mail] = await mine();
  expect(mail!.subject).toBe("Your day: 1 new");
  expect(mail!.text).toContain("Trent Valley\n* Announcement of Trent Valley: The hall is ours <b>");
  const [link, ...more] = mail!.text.match(/http\S+\/unsubscribe\/\S+/g) ?? [];
  expect(more).toEqual([]);

  const stranger = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await stranger.page.goto(link!.replace("http://localhost:3000", here.url));
  await stranger.page.getByRole("button", { name: "Stop these mails" }).click();
  await stranger.page.getByRole("heading", { name: "These mails are turned off" }).waitFor();
  await theirs.page.goto(stranger.page.url());
  await hydrated(theirs.page);
  await expectAccessible(theirs.page);
  await theirs.page.goto(`${here.url}/settings/notifications`);
  await hydrated(theirs.page);
  expect(await kind.getByRole("radio", { name: "never" }).isChecked()).toBe(true);
  await stranger.page.getByRole("button", { name: "Turn them on again" }).click();
  await stranger.page.getByRole("heading", { name: "These mails are on again" }).waitFor();
  await theirs.page.reload();
  expect(await kind.getByRole("radio", { name: "daily" }).isChecked()).toBe(true);

  await ours.page.getByText("Take back", { exact: true }).click();
  await ours.page.getByRole("button", { name: "Take it back" }).click();
  await ours.page.getByText("Taken back from the site.").waitFor();
  await theirs.page.goto(`${here.url}/networks/${slug}/announcements`);
  await hydrated(theirs.page);
  await theirs.page.getByText("Nothing has been announced yet").waitFor();
  for (const { problems, context } of [theirs, ours, stranger]) {
    expect(problems).toEqual([]);
    await context.close();
  }
});

it("is written, looked at and sent without scripts; what is wrong stands at its field", async () => {
  const { page, context } = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(page, lead.email, `/networks/${slug}/coordinate/announce`, { scripts: false });
  await page.getByLabel("Text").fill("Bring a torch.");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("link", { name: "Give it a title." }).waitFor();
  expect(await page.getByLabel("Text").inputValue()).toBe("Bring a torch.");
  await page.getByLabel("Title").fill("Torches");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("button", { name: /^Send it to \d members$/ }).click();
  await page.getByRole("heading", { name: "Torches" }).waitFor();
  await context.close();
});
