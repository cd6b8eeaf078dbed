import { randomBytes } from "node:crypto";
import { Meilisearch } from "meilisearch";
import { afterAll } from "vitest";
import {
  type MeilisearchEngine,
  meilisearchSearch,
} from "~/platform/search-engine/meilisearch/meilisearch.server";

const host = process.env.TEST_MEILI_HOST || null;
const apiKey = process.env.TEST_MEILI_API_KEY || null;

/** Why tests on a real Meilisearch do not run; null where they do. */
export const meilisearchMissing = host
  ? null
  : "skipped: no Meilisearch, set TEST_MEILI_HOST (and TEST_MEILI_API_KEY) to run against a real one";

export type TestMeilisearch = { host: string; apiKey: string | null; prefix: string };

const prefixes: string[] = [];

/** A real server with names of indexes that nobody else uses; what was made is removed after the test file. */
export function testMeilisearch(): TestMeilisearch {
  if (!host) throw new Error(meilisearchMissing ?? "");
  const prefix = `test_${randomBytes(6).toString("hex")}_`;
  prefixes.push(prefix);
  return { host, apiKey, prefix };
}

/** An engine with an empty index; slow machines get more time than people are asked to wait. */
export async function emptyMeilisearch(where = testMeilisearch()): Promise<MeilisearchEngine> {
  const engine = meilisearchSearch({ ...where, timeoutMs: 30_000 });
  await engine.rebuild(async () => undefined);
  return engine;
}

afterAll(async () => {
  if (!host) return;
  const client = new Meilisearch({ host, apiKey: apiKey ?? undefined });
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  for (const { uid } of results) {
    if (prefixes.some((prefix) => uid.startsWith(prefix))) await client.deleteIndex(uid);
  }
});
