import os from "node:os";
import { benchLive } from "./bench/live";
import { benchNetworks } from "./bench/networks";
import { benchPages } from "./bench/pages";
import { benchSearch } from "./bench/search";
import { benchVisibility } from "./bench/visibility";

// npm run bench: everything, or with BENCH_ONLY=pages|networks|search|visibility|live (or that word behind it) only one part. Prints
// tables for people on standard error and one JSON object of figures last on standard output.

const parts = {
  pages: benchPages,
  networks: benchNetworks,
  search: benchSearch,
  visibility: benchVisibility,
  live: benchLive,
};
const only = process.argv[2] ?? process.env.BENCH_ONLY;
const seconds = Number(process.env.BENCH_SECONDS ?? 5);

if (only !== undefined && !Object.hasOwn(parts, only)) {
  console.error(`There is no part "${only}": ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}
const figures: Record<string, unknown> = {
  node: process.version,
  cpus: os.cpus().length,
  secondsPerRun: seconds,
};
for (const [name, bench] of Object.entries(parts))
  if (only === undefined || only === name) Object.assign(figures, await bench(seconds));
console.log(JSON.stringify(figures));
process.exit();
