import type { Config } from "~/platform/config/config.server";
import { runDueJobs } from "~/platform/jobs/worker.server";
import { createServices } from "~/platform/services/create-services.server";
import type { Services } from "~/platform/services/services.server";
import { jobs } from "~/wiring/jobs.server";
import { wired } from "~/wiring/wired.server";
import { prepareDatabase } from "../start/database";

/**
 * Runs a command's work with the services of the house, whether it is running or not, then the jobs the work left
 * behind, so that nothing waits for a worker that is not there.
 * @returns what the work returned
 */
export async function withHouse<Result>(
  config: Config,
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  const database = await prepareDatabase(config, { share: true });
  const { services, close } = createServices(config, database.url, wired);
  try {
    const result = await work(services);
    await runDueJobs({ pool: services.pool, jobs: jobs(services), log: services.log });
    return result;
  } finally {
    await close();
    await database.stop();
  }
}
