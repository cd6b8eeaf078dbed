import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { Config } from "~/platform/config/config.server";
import { createSite } from "~/platform/http/site.server";
import { startWorker } from "~/platform/jobs/worker.server";
import { createServices } from "~/platform/services/create-services.server";
import { api } from "~/wiring/api.server";
import { jobs } from "~/wiring/jobs.server";
import { schedule } from "~/wiring/schedule.server";
import { wired } from "~/wiring/wired.server";

/** How long requests that are under way may take once the stop was asked for. */
const DRAIN_LIMIT_MS = 8_000;

/**
 * Serves the site, and runs jobs unless JOBS=off.
 * @returns a function that finishes requests, stops jobs and closes the connections
 * @throws when the port is taken, with one line that says so
 */
export async function serve(
  config: Config,
  databaseUrl: string,
  site: {
    build: ServerBuild | (() => Promise<ServerBuild>);
    clientFolder: string | null;
    development?: RequestHandler;
  },
): Promise<() => Promise<void>> {
  const { services, close } = createServices(config, databaseUrl, wired);
  const server = createServer(createSite({ services, api: api(services), ...site }));
  // A client that sends its headers one byte a second holds a connection no longer than this.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`port ${config.port} is taken: set PORT to another one`)
          : error,
      ),
    );
    server.listen(config.port, config.host, resolve);
  });
  const stopJobs =
    config.jobs === "inline"
      ? await startWorker({ pool: services.pool, jobs: jobs(services), schedule, log: services.log })
      : async () => undefined;
  return async () => {
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    // Live streams would never end by themselves.
    await services.live.close();
    server.closeIdleConnections();
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
    await drained;
    clearTimeout(limit);
    await stopJobs();
    await close();
  };
}
