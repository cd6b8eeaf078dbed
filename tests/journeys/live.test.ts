import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { notify } from "~/features/notifications/telling.server";
import { makePerson, PASSWORD } from "../factories/people";
import { visit } from "../support/browser";
import { house } from "../support/house";
import { site } from "../support/site";

it("shows what is new in every tab by one stream, without asking the reader to do anything", async () => {
  const { services } = await house();
  const { url } = await site();
  const person = await makePerson(services);
  const { page, context, problems } = await visit();
  await page.goto(`${url}/sign-in?next=/notifications`);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${url}/notifications`);
  const second = await context.newPage();
  await second.goto(`${url}/packs`);

  const streams = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return Number(/^staffroom_live_streams (\d+)$/m.exec(metrics)?.[1] ?? 0);
  };
  await expect.poll(streams, { timeout: 20_000 }).toBe(1);

  const tell = (occasion: string) =>
    notify(services.db, [
      {
        ...{ personId: person.id, kind: "networks.request-admitted", occasion, path: "/networks" },
        details: { network: "Quokkafield" },
      },
    ]);
  await tell("one");
  await page.getByText("Quokkafield").waitFor();
  const unread = (at: Page) =>
    at
      .getByRole("link", { name: /notification/i })
      .first()
      .innerText();
  await expect.poll(() => unread(second), { timeout: 20_000 }).toContain("1");
  expect(await streams()).toBe(1);

  // The stream stays with the tab that is left.
  await page.close();
  await tell("two");
  await expect.poll(() => unread(second), { timeout: 20_000 }).toContain("2");
  expect(problems).toEqual([]);
});
