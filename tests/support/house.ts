import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { readConfig } from "~/platform/config/config.server";
import { runDueJobs } from "~/platform/jobs/worker.server";
import { listKeptMails } from "~/platform/mail/kept.server";
import { createServices } from "~/platform/services/create-services.server";
import type { Services } from "~/platform/services/services.server";
import { jobs } from "~/wiring/jobs.server";
import { wired } from "~/wiring/wired.server";
import { locks } from "~db/locks";

export type House = {
  services: Services;
  databaseUrl: string;
  /** Runs every due job with the real wiring, and the jobs these enqueue, until none is due. */
  runJobs: () => Promise<void>;
  /** Mails kept so far, newest first. */
  mails: () => ReturnType<typeof listKeptMails>;
};

let made: Promise<House> | null = null;
let clones = 0;

/** The services of this test file, on a database of its own cloned from the migrated template. */
export function house(): Promise<House> {
  made ??= makeHouse();
  return made;
}

/** A house with a configuration of its own, on a database of its own; closed after the test file like the others. */
export async function makeHouse(environment: Record<string, string> = {}): Promise<House> {
  const databaseUrl = await cloneTemplate();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "staffroom-house-"));
  const config = readConfig({
    DATA_DIR: dataDir,
    ...{ LOG_LEVEL: "silent", NODE_ENV: "test", APP_URL: "http://localhost:3000" },
    ...environment,
  });
  const { services, close } = createServices(config, databaseUrl, wired);
  closers.push(close, () => rm(dataDir, { recursive: true, force: true }));
  return {
    services,
    databaseUrl,
    runJobs: () => drain(services),
    mails: () => listKeptMails(services.db),
  };
}

const closers: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closers.splice(0)) await close();
  made = null;
});

/** @returns the address of a fresh database with every migration applied */
export async function cloneTemplate(): Promise<string> {
  const serverUrl = inject("serverUrl");
  const template = inject("templateDatabase");
  const name = template.replace("template", "test").concat(`_${process.pid}_${clones++}`);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Two files that clone at the same moment would disturb each other: one waits for the other.
    await client.query("select pg_advisory_lock($1)", [locks.cloning]);
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

async function drain(services: Services) {
  for (let round = 0; round < 50; round++) {
    await runDueJobs({ pool: services.pool, jobs: jobs(services), log: services.log });
    const waiting = await services.pool.query<{ waiting: number }>(
      "select count(*)::int as waiting from graphile_worker.jobs where run_at <= now() and attempts < max_attempts",
    );
    if (waiting.rows[0]?.waiting === 0) return;
  }
  throw new Error("jobs keep enqueueing jobs");
}
