import { createNetwork } from "~/features/networks/index.server";
import { readConfig } from "~/platform/config/config.server";
import { startWorker } from "~/platform/jobs/worker.server";
import type { SearchAnswer } from "~/platform/search-engine/search-engine";
import { system } from "~/platform/services/actor";
import { createServices } from "~/platform/services/create-services.server";
import { jobs } from "~/wiring/jobs.server";
import { wired } from "~/wiring/wired.server";
import { benchDatabase } from "./database";
import { type BenchMeilisearch, benchMeilisearch, removeIndexes } from "./meilisearch";
import { percentiles, print } from "./requests";

/** Changes made one after the other, each found before the next. */
const CHANGES = 50;

/** How often the search is asked meanwhile, in milliseconds. */
const EVERY = 20;

/** Nobody waits longer, in milliseconds. */
const LONGEST = 30_000;

/**
 * How long it takes until a new record is found, with the worker running and nothing else to do: from the end of the
 * operation to the first search that finds it. Once without and once with a second engine.
 */
export async function benchVisibility(): Promise<Record<string, unknown>> {
  const meilisearch = benchMeilisearch();
  if (!meilisearch) console.error("Visibility on Meilisearch: skipped, TEST_MEILI_HOST is not set");
  const figures: Record<string, unknown> = { postgres: await measure(null) };
  if (meilisearch) figures.meilisearch = await measure(meilisearch);
  return { visibility: { changes: CHANGES, ...figures } };
}

async function measure(meilisearch: BenchMeilisearch | null) {
  const engine: SearchAnswer["engine"] = meilisearch ? "meilisearch" : "postgres";
  const { url, remove } = await benchDatabase();
  const config = readConfig({
    LOG_LEVEL: "error",
    NODE_ENV: "production",
    APP_URL: "http://localhost:4702",
    MEILI_HOST: meilisearch?.host ?? "",
    MEILI_API_KEY: meilisearch?.apiKey ?? "",
    MEILI_INDEX_PREFIX: meilisearch?.prefix ?? "",
  });
  const { services, close } = createServices(config, url, wired);
  const stopWorker = await startWorker({
    ...{ pool: services.pool, log: services.log },
    ...{ jobs: jobs(services), schedule: [] },
  });
  try {
    const found = async (name: string) => {
      const { hits, engine } = await services.searchEngine.search({
        ...{ text: name, types: ["network"], filters: {}, audience: ["everyone"], facets: [] },
        ...{ sort: "best", page: 1, perPage: 5, literal: true },
      });
      return hits.some(({ title }) => title === name) ? engine : null;
    };
    const visibleAfter = async (n: number) => {
      // Names that share no word, so that none is found for another.
      const name = `Quokka${n} Wombat${n}`;
      await createNetwork(services, system, {
        ...{ name, slug: "", country: "GB", summary: "Teachers along the river.", description: "" },
        ...{ joinPolicy: "open", leadEmail: "" },
        at: { latitude: 52.9536, longitude: -1.1505, region: "Nottinghamshire" },
      });
      const began = performance.now();
      while ((await found(name)) !== engine) {
        if (performance.now() - began > LONGEST) throw new Error(`${name} is not found`);
        await new Promise((resolve) => setTimeout(resolve, EVERY));
      }
      return performance.now() - began;
    };
    // The first one has the second engine's index built.
    await visibleAfter(0);
    const times: number[] = [];
    for (let n = 1; n <= CHANGES; n++) times.push(await visibleAfter(n));
    const row = percentiles(times);
    print(`Visible on ${engine}, ms`, row);
    return row;
  } finally {
    await stopWorker();
    await close();
    await remove();
    if (meilisearch) await removeIndexes(meilisearch);
  }
}
