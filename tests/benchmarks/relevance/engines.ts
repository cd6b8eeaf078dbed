import { rebuildIndex } from "~/features/search/index.server";
import { createSearch } from "~/platform/search-engine/create-search.server";
import type { SearchEngine } from "~/platform/search-engine/search-engine";
import { searchables } from "~/wiring/searchables.server";
import type { House } from "../../support/house";
import { emptyMeilisearch, meilisearchMissing } from "../../support/meilisearch";

/** The engines whose relevance is measured, and how each comes to hold what the house's own engine holds. */
export const engines: { name: string; open: (house: House) => Promise<SearchEngine> }[] = [
  { name: "PostgreSQL", open: async ({ services }) => services.searchEngine },
  ...(meilisearchMissing ? [] : [{ name: "Meilisearch", open: openMeilisearch }]),
];

if (meilisearchMissing) console.log(`relevance of Meilisearch ${meilisearchMissing}`);

async function openMeilisearch({ services }: House): Promise<SearchEngine> {
  const engine = await emptyMeilisearch();
  const searchEngine = createSearch({ first: services.searchEngine, second: engine, log: services.log });
  await rebuildIndex({ ...services, searchEngine }, searchables);
  return engine;
}
