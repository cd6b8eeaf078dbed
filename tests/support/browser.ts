import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sparticuz from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, expect } from "vitest";

let browser: Promise<Browser> | null = null;

/** One real Chromium for the test file: the bundled one on Linux x64, an installed Chrome elsewhere. */
export function openBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

async function launch(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") {
    // Its own recommended --single-process ends the browser when a page closes.
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ["--no-sandbox"] });
  }
  const installed = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  return chromium.launch(
    installed ? { executablePath: installed, args: ["--no-sandbox"] } : { channel: "chrome" },
  );
}

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

export type Visit = { page: Page; context: BrowserContext; problems: string[] };

/**
 * A fresh browser window. What the page's console calls an error is collected in `problems`; end a journey with
 * `expect(visit.problems).toEqual([])`.
 */
export async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await (await openBrowser()).newContext({ locale: "en-GB", ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    // A 4xx answer of a page we asked for on purpose is logged by the browser too; and Remix logs the question for
    // further routes that a page had under way when it was left. Neither is a fault of the page.
    const expected = /^Failed to load resource|^Failed to fetch manifest patches/.test(message.text());
    if (message.type() === "error" && !expected) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return { page, context, problems };
}

/**
 * Waits until the scripts of a page have taken it over. "networkidle" comes never where somebody is signed in: the browser
 * loads the worker of live updates for all tabs, and says of none that it is loaded.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
  // Effects come after the next picture.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails with the rules that axe-core found broken on the page, WCAG 2.2 AA and best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(await axeSource);
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(" ")} (${node.failureSummary ?? ""})`)
          .join(" | ")}`,
    );
  });
  expect(found, `axe-core on ${page.url()}`).toEqual([]);
}
