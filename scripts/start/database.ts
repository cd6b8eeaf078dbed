import type { Config } from "~/platform/config/config.server";
import { startEmbeddedDatabase } from "~db/embedded/embedded.server";
import { migrate } from "~db/migrate.server";

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
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await startEmbeddedDatabase(config.dataDir, (line) => console.error(line), options);
  try {
    await migrate(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** Longest wait for a graceful stop before the process ends anyway. */
const STOP_LIMIT_MS = 15_000;

/** Runs `stop` once at the first SIGINT or SIGTERM and ends the process; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
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
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}
