import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import autocannon from "autocannon";

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

let server: ChildProcess | null = null;
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
    const firstStartMs = await startServer();
    const imports = {
      schools: await importFile("schools", path.join(shared, "schools/england-2025.csv")),
      resources: await importFile("resources", path.join(shared, "resources/learning-resources.jsonl")),
    };
    await stopServer();
    const laterStartMs = await startServer();
    for (const page of pages) {
      for (const connections of [1, 16]) {
        await load(page, connections, 1);
        requests[`${page} x${connections}`] = await load(page, connections, seconds);
      }
    }
    return { firstStartMs, imports, laterStartMs, requests };
  } finally {
    await stopServer();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startServer(): Promise<number> {
  const began = performance.now();
  server = spawn(process.execPath, ["build/scripts/start.js", "--demo"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    server!.stdout!.on("data", (chunk) => String(chunk).includes("is ready") && resolve());
    server!.once("exit", (status) => reject(new Error(`the server ended with status ${status}`)));
  });
  await fetch(`http://localhost:${PORT}/`).then((response) => response.text());
  return Math.round(performance.now() - began);
}

async function stopServer() {
  const child = server;
  server = null;
  if (!child || child.exitCode !== null) return;
  await new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
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

/** Asks for a page again and again. Latencies in milliseconds, each response counted. */
async function load(page: string, connections: number, duration: number) {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      { url: `http://localhost:${PORT}${page}`, connections, duration },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  times.sort((a, b) => a - b);
  const percentile = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
  const row = {
    perSecond: Math.round(result.requests.average),
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    failed: result.non2xx + result.errors,
  };
  if (duration > 1)
    console.error(`${page.padEnd(32)} ${String(connections).padStart(3)} connections`, JSON.stringify(row));
  return row;
}
