import { createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { readConfig } from "~/platform/config/config.server";
import { serve } from "../../scripts/start/serve";
import { house } from "./house";

export type Site = { url: string };

let started: Promise<Site> | null = null;
let close: (() => Promise<void>) | null = null;

/** The built site, served for this test file on its own port and database, with jobs running. */
export function site(): Promise<Site> {
  started ??= start();
  return started;
}

async function start(): Promise<Site> {
  const { databaseUrl, services } = await house();
  const port = await freePort();
  const config = readConfig(
    {
      ...{ PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "silent", NODE_ENV: "production" },
      DATA_DIR: services.config.dataDir,
    },
    { demo: true },
  );
  const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
  close = await serve(config, databaseUrl, { build, clientFolder: path.resolve("build/client") });
  return { url: `http://localhost:${port}` };
}

afterAll(async () => {
  await close?.();
  close = null;
  started = null;
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
