import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Load, loadRequests, print } from "./requests";
import { startSite, stopSite } from "./site-process";

const PORT = 4_700;

const pages = [
  "/",
  "/networks/nottingham",
  "/packs",
  "/packs?q=brigde",
  "/packs/bridges-that-hold",
  "/api/v1/search?q=brigde",
];

/** Where the imports stand, beside this repository. */
const shared = path.resolve("../shared/data");

let environment: NodeJS.ProcessEnv = process.env;

/**
 * The demo world plus the two imports, served by one web process, asked by one client process.
 * @param seconds how long each page is asked for
 */
export async function benchPages(seconds: number): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-bench-"));
  environment = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
    APP_URL: "",
    NODE_ENV: "production",
  };
  const requests: Record<string, unknown> = {};
  try {
    const firstStartMs = await startSite(environment, ["--demo"]);
    const imports = {
      schools: await importFile("schools", path.join(shared, "schools/england-2025.csv")),
      resources: await importFile("resources", path.join(shared, "resources/learning-resources.jsonl")),
    };
    await stopSite();
    const laterStartMs = await startSite(environment, ["--demo"]);
    for (const page of pages) {
      for (const connections of [1, 16]) {
        requests[`${page} x${connections}`] = await load(page, connections, seconds);
      }
    }
    return { firstStartMs, imports, laterStartMs, requests };
  } finally {
    await stopSite();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns milliseconds, or why it was skipped */
async function importFile(kind: string, file: string): Promise<number | string> {
  if (!existsSync(file)) return `skipped: ${path.basename(file)} is not there`;
  const began = performance.now();
  const status = await new Promise<number | null>((resolve) =>
    spawn(process.execPath, ["scripts/run.mjs", "cli", "import", kind, file], {
      env: environment,
      stdio: ["ignore", "ignore", "inherit"],
    }).once("exit", resolve),
  );
  if (status !== 0) throw new Error(`import ${kind} ended with status ${status}`);
  return Math.round(performance.now() - began);
}

async function load(page: string, connections: number, seconds: number): Promise<Load> {
  const asked = [{ method: "GET" as const, path: page }];
  await loadRequests(`http://localhost:${PORT}`, asked, connections, 1);
  const row = await loadRequests(`http://localhost:${PORT}`, asked, connections, seconds);
  print(`${page}, ${connections} connections`, row);
  return row;
}
