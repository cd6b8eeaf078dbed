import cluster from "node:cluster";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readConfig, WrongConfiguration } from "~/platform/config/config.server";
import { oneLine } from "~/platform/errors/cause";
import { DataFolderInUse } from "~db/embedded/embedded.server";
import { sayWhoCanSignIn, seedDemoOnce } from "./demo/demo";
import { prepareDatabase, stopOnSignal } from "./start/database";
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
  if (demo) await seedDemoOnce(config, database.url);
  if (config.webConcurrency === 1) {
    const close = await startWebProcess(database.url);
    stopOnSignal(async () => {
      await close();
      await database.stop();
    });
  } else {
    for (let index = 0; index < config.webConcurrency; index++) fork(database.url);
    cluster.on("exit", () => {
      if (!stopping) fork(database.url);
    });
    let stopping = false;
    stopOnSignal(async () => {
      stopping = true;
      await Promise.all(
        Object.values(cluster.workers ?? {}).map(
          (worker) => new Promise((done) => worker!.once("exit", done).kill("SIGTERM")),
        ),
      );
      await database.stop();
    });
  }
  console.log(`Staffroom is ready at ${config.appUrl}`);
  if (demo) sayWhoCanSignIn();
}

const fork = (url: string) => cluster.fork({ DATABASE_URL: url });

async function startWebProcess(databaseUrl: string) {
  const config = readConfig(process.env, { demo });
  const root = process.env.STAFFROOM_ROOT ?? process.cwd();
  const build = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const close = await serve(config, databaseUrl, { build, clientFolder: path.join(root, "build/client") });
  if (cluster.isWorker) stopOnSignal(close);
  return close;
}
