import cluster from "node:cluster";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readConfig, WrongConfiguration } from "~/platform/config/config.server";
import { oneLine } from "~/platform/errors/cause";
import { DataFolderInUse } from "~db/embedded/embedded.server";
import { sayWhoCanSignIn, seedDemoOnce } from "./demo/demo";
import { prepareDatabase, stopOnSignal } from "./start/database";
import { surviveLostPromises } from "./start/lost-promises";
import { serve } from "./start/serve";

// npm start, npm run demo: database, migrations, then one or more web processes.

const demo = process.argv.includes("--demo");

try {
  if (cluster.isPrimary) await startHouse();
  else await startWebProcess(process.env.DATABASE_URL!);
} catch (error) {
  if (error instanceof WrongConfiguration || error instanceof DataFolderInUse) console.error(error.message);
  else console.error(`Staffroom did not start: ${oneLine(error)}`);
  process.exit(1);
}

async function startHouse() {
  const config = readConfig(process.env, { demo });
  const database = await prepareDatabase(config);
  let stopServing = async (): Promise<void> => undefined;
  // From here on: a start that is interrupted or fails must not leave the embedded database running.
  const isStopping = stopOnSignal(async () => {
    await stopServing();
    await database.stop();
  });
  surviveLostPromises(isStopping);
  try {
    if (demo) await seedDemoOnce(config, database.url);
    stopServing = await (config.webConcurrency === 1
      ? startWebProcess(database.url)
      : startWebProcesses(config.webConcurrency, database.url));
  } catch (error) {
    // What fails because the database is being stopped is no news; the stop ends the process.
    if (isStopping()) return;
    await database.stop();
    throw error;
  }
  if (isStopping()) return;
  console.log(`Staffroom is ready at ${config.appUrl}`);
  if (demo) sayWhoCanSignIn();
}

/** How long after the end of a web process another takes its place: one that cannot live must not take the machine. */
const REPLACE_AFTER_MS = 1_000;

/**
 * Starts web processes that share the port and replaces those that end.
 * @returns a function that stops all of them, each after its requests
 * @throws when one ends before it served; it has said why
 */
async function startWebProcesses(count: number, databaseUrl: string): Promise<() => Promise<void>> {
  let stopping = false;
  const startOne = () =>
    new Promise<void>((resolve, reject) => {
      const worker = cluster.fork({ DATABASE_URL: databaseUrl });
      let served = false;
      worker.once("listening", () => {
        served = true;
        resolve();
      });
      worker.once("exit", () => {
        if (served) replace();
        else reject(new Error("a web process ended before it served"));
      });
    });
  const replace = () => {
    if (stopping) return;
    setTimeout(() => {
      if (!stopping) startOne().catch(replace);
    }, REPLACE_AFTER_MS);
  };
  // The first alone: what is wrong for one is wrong for all, and said once.
  await startOne();
  await Promise.all(Array.from({ length: count - 1 }, startOne));
  return async () => {
    stopping = true;
    const living = Object.values(cluster.workers ?? {}).filter((worker) => worker && !worker.isDead());
    await Promise.all(
      living.map((worker) => new Promise((done) => worker!.once("exit", done).kill("SIGTERM"))),
    );
  };
}

async function startWebProcess(databaseUrl: string) {
  // Ctrl-C reaches every process of the terminal: of several, the first tells the others when to stop.
  if (cluster.isWorker) {
    process.on("SIGINT", () => undefined);
    surviveLostPromises();
  }
  const config = readConfig(process.env, { demo });
  const root = process.env.STAFFROOM_ROOT ?? process.cwd();
  const build = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const close = await serve(config, databaseUrl, { build, clientFolder: path.join(root, "build/client") });
  if (cluster.isWorker) stopOnSignal(close, ["SIGTERM"]);
  return close;
}
