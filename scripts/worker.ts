import { readConfig } from "~/platform/config/config.server";
import { oneLine } from "~/platform/errors/cause";
import { startWorker } from "~/platform/jobs/worker.server";
import { createServices } from "~/platform/services/create-services.server";
import { jobs } from "~/wiring/jobs.server";
import { schedule } from "~/wiring/schedule.server";
import { wired } from "~/wiring/wired.server";
import { stopOnSignal } from "./start/database";
import { surviveLostPromises } from "./start/lost-promises";

// npm run worker: background jobs alone, beside web processes that run with JOBS=off.

try {
  const config = readConfig(process.env);
  if (!config.databaseUrl) {
    throw new Error("DATABASE_URL is unset: expected the PostgreSQL that the web processes use");
  }
  const { services, close } = createServices(config, config.databaseUrl, wired);
  const stop = await startWorker({ pool: services.pool, jobs: jobs(services), schedule, log: services.log });
  const isStopping = stopOnSignal(async () => {
    await stop();
    await close();
  });
  surviveLostPromises(isStopping);
  console.log("The worker is ready");
} catch (error) {
  console.error(oneLine(error));
  process.exit(1);
}
