import { postgresSearch } from "~/platform/search-engine/postgres/postgres-search.server";
import type { SearchEngine } from "~/platform/search-engine/search-engine";
import { connect } from "~db/client.server";
import { benchDatabase } from "./database";
import { benchMeilisearch, benchThroughSite, openMeilisearch, removeIndexes } from "./meilisearch";

/** An engine with an empty index that is measured. */
export type OpenedEngine = {
  engine: SearchEngine;
  /** What is measured of this engine alone, once its index is filled. */
  further?: (seconds: number, seed: number) => Promise<Record<string, unknown>>;
  close: () => Promise<void>;
};

/** Every engine that is measured, one after the other; null where it is not there. */
export const engines: { name: string; open: () => Promise<OpenedEngine | null> }[] = [
  { name: "PostgreSQL", open: openPostgres },
  { name: "Meilisearch", open: openMeilisearchIndex },
];

/** On the server of TEST_MEILI_HOST; null without one. */
async function openMeilisearchIndex(): Promise<OpenedEngine | null> {
  const where = benchMeilisearch();
  if (!where) {
    console.error("Meilisearch: skipped, TEST_MEILI_HOST is not set");
    return null;
  }
  return {
    engine: openMeilisearch(where),
    further: async (seconds, seed) => ({ api: await benchThroughSite(where, seconds, seed) }),
    close: () => removeIndexes(where),
  };
}

/** On a database of its own. */
async function openPostgres(): Promise<OpenedEngine> {
  const { url, remove } = await benchDatabase();
  const { db, close } = connect(url, { max: 10 });
  return {
    engine: postgresSearch(db),
    async close() {
      await close();
      await remove();
    },
  };
}
