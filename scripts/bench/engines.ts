import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { postgresSearch } from "~/platform/search-engine/postgres/postgres-search.server";
import type { SearchEngine } from "~/platform/search-engine/search-engine";
import { connect } from "~db/client.server";
import { startEmbeddedDatabase } from "~db/embedded/embedded.server";
import { migrate } from "~db/migrate.server";
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

/** On a database of its own: on the server of TEST_DATABASE_URL, or an embedded one in a temporary folder. */
async function openPostgres(): Promise<OpenedEngine> {
  const server = process.env.TEST_DATABASE_URL || null;
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-bench-search-"));
  const embedded = server ? null : await startEmbeddedDatabase(folder, () => undefined);
  const name = `staffroom_bench_${process.pid}`;
  const url = server ? server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`) : embedded!.url;
  if (server) await run(server, `create database ${name} template template0 encoding 'UTF8'`);
  await migrate(url);
  const { db, close } = connect(url, { max: 10 });
  return {
    engine: postgresSearch(db),
    async close() {
      await close();
      if (server) await run(server, `drop database ${name} with (force)`);
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
