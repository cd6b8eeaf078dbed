import { createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { readConfig } from "~/platform/config/config.server";
import { serve } from "../../scripts/start/serve";
import { house } from "./house";

export type Site = { url: string };

let started: Promise<Site> | null = null;
const closers: (() => Promise<void>)[] = [];

/** The built site, served for this test file on its own port and database, with jobs running. */
export function site(): Promise<Site> {
  started ??= anotherSite();
  return started;
}

/** One more, on the same database: what several web processes, or machines, do. */
export async function anotherSite(): Promise<Site> {
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
  closers.push(await serve(config, databaseUrl, { build, clientFolder: path.resolve("build/client") }));
  return { url: `http://localhost:${port}` };
}

afterAll(async () => {
  for (const close of closers.splice(0)) await close();
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
