import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { readConfig } from "~/platform/config/config.server";
import { seedDemoOnce } from "./demo/demo";
import { prepareDatabase, stopOnSignal } from "./start/database";
import { serve } from "./start/serve";

// npm run dev: the demo world with reload. Changes below scripts/ want a restart.

const config = readConfig({ LOG_LEVEL: "warn", ...process.env, NODE_ENV: "development" });
const database = await prepareDatabase(config);
await seedDemoOnce(config, database.url);
const vite = await createServer({
  // A folder of its own: two development servers that share one rewrite each other's libraries.
  cacheDir: path.join(config.dataDir, "vite"),
  server: { middlewareMode: true, hmr: { port: config.port + 10_000 } },
  appType: "custom",
});
const close = await serve(config, database.url, {
  build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
  clientFolder: null,
  development: vite.middlewares,
});
stopOnSignal(async () => {
  await close();
  await vite.close();
  await database.stop();
});
console.log(`Staffroom is ready at ${config.appUrl}`);
