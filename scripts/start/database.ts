import type { Config } from "~/platform/config/config.server";
import { startEmbeddedDatabase } from "~db/embedded/embedded.server";
import { freeJobsOfKilledWorkers, migrate } from "~db/migrate.server";

/**
 * The database of DATABASE_URL, or the embedded one started in DATA_DIR, brought to the newest schema.
 * @param options.share for commands: join a house that is running on the same DATA_DIR
 * @returns its address and how to stop it (which leaves a foreign one alone)
 */
export async function prepareDatabase(
  config: Config,
  options: { share?: boolean } = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const database = config.databaseUrl
    ? { url: config.databaseUrl, shared: true, stop: async () => undefined }
    : await startEmbeddedDatabase(config.dataDir, (line) => console.error(line), options);
  try {
    await migrate(database.url);
    // Ours alone, so whoever held a job before is dead.
    if (!database.shared) await freeJobsOfKilledWorkers(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** Longest wait for a graceful stop before the process ends anyway. */
const STOP_LIMIT_MS = 15_000;

/**
 * Runs `stop` once at the first signal and ends the process; a second signal ends it at once.
 * @returns whether the stop was asked for
 */
export function stopOnSignal(
  stop: () => Promise<void>,
  signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM"],
): () => boolean {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(`Staffroom did not stop cleanly: ${(error as Error).message}`);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, onSignal);
  return () => stopping;
}
