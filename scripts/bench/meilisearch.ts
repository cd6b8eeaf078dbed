import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type autocannon from "autocannon";
import { Meilisearch } from "meilisearch";
import {
  type MeilisearchEngine,
  meilisearchSearch,
} from "~/platform/search-engine/meilisearch/meilisearch.server";
import { type Question, searchMeilisearch } from "~/platform/search-engine/meilisearch/search.server";
import type { SearchQuery } from "~/platform/search-engine/search-engine";
import { type Load, loadRequests, print } from "./requests";
import { searches } from "./searches";
import { startSite, stopSite } from "./site-process";

const PORT = 4_701;

/** How often both sides are asked. */
const ROUNDS = 4;

export type BenchMeilisearch = { host: string; apiKey: string | null; prefix: string };

/** The server of TEST_MEILI_HOST with names of its own; null without one. */
export function benchMeilisearch(): BenchMeilisearch | null {
  const host = process.env.TEST_MEILI_HOST;
  if (!host) return null;
  return {
    host,
    apiKey: process.env.TEST_MEILI_API_KEY || null,
    prefix: `bench_${randomBytes(4).toString("hex")}_`,
  };
}

export const openMeilisearch = (where: BenchMeilisearch): MeilisearchEngine =>
  meilisearchSearch({ ...where, timeoutMs: 60_000 });

export async function removeIndexes({ host, apiKey, prefix }: BenchMeilisearch): Promise<void> {
  const client = new Meilisearch({ host, apiKey: apiKey ?? undefined });
  await client.deleteIndexIfExists(`${prefix}documents`);
}

/**
 * The same questions asked of /api/v1/search and of Meilisearch itself, in turn, on an index that is filled already.
 * @param seconds how long each is asked
 * @param seed of the questions
 */
export async function benchThroughSite(where: BenchMeilisearch, seconds: number, seed: number) {
  const asked = searches(seed)
    .map(({ query }) => query)
    .filter(({ text }) => text !== "");
  const direct = await Promise.all(asked.map((query) => directRequest(where, query)));
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-bench-site-"));
  const figures: Record<string, unknown> = {};
  try {
    await startSite({
      ...process.env,
      PORT: String(PORT),
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      APP_URL: "",
      DATABASE_URL: "",
      // What is measured is in no database: no job may set the index right.
      JOBS: "off",
      NODE_ENV: "production",
      MEILI_HOST: where.host,
      MEILI_API_KEY: where.apiKey ?? "",
      MEILI_INDEX_PREFIX: where.prefix,
    });
    for (const connections of [1, 16]) {
      const sides = [
        { side: "direct", url: where.host, requests: direct, rows: [] as Load[] },
        {
          side: "throughSite",
          url: `http://localhost:${PORT}`,
          requests: asked.map(apiRequest),
          rows: [] as Load[],
        },
      ];
      for (const { url, requests } of sides) await loadRequests(url, [...requests], connections, 4);
      // In turn, for a machine is not equally fast from one minute to the next.
      for (let round = 0; round < ROUNDS; round++) {
        for (const { side, url, requests, rows } of sides) {
          const row = await loadRequests(url, [...requests], connections, Math.max(seconds, 5));
          print(`Meilisearch ${side}, ${connections} connections`, row);
          rows.push(row);
        }
      }
      const perSecond = sides.map(({ rows }) => rows.reduce((sum, row) => sum + row.perSecond, 0) / ROUNDS);
      figures[`x${connections}`] = {
        ...Object.fromEntries(sides.map(({ side, rows }) => [side, rows])),
        // Requests per second of the site for each of Meilisearch itself.
        share: Math.round((perSecond[1]! / perSecond[0]!) * 100) / 100,
      };
    }
    return { ...figures, enginesAsked: await enginesAsked() };
  } finally {
    await stopSite();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The request our adapter sends first for a question of the public API. */
async function directRequest(
  { apiKey, prefix }: BenchMeilisearch,
  query: SearchQuery,
): Promise<autocannon.Request> {
  const taken: Question[] = [];
  const take = (questions: Question[]) => {
    taken.push(...questions);
    return Promise.reject(new Error("only the question is wanted"));
  };
  await searchMeilisearch(take, asApiAsks(query)).catch(() => undefined);
  return {
    method: "POST",
    path: "/multi-search",
    headers: { "content-type": "application/json", ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
    body: JSON.stringify({
      queries: taken.map((question) => ({ ...question, indexUid: `${prefix}documents` })),
    }),
  };
}

const apiFacets = ["subject", "age", "material", "duration", "language", "licence", "kind", "type"];

/** The public API searches what everybody may find, counts all facets, and knows no language. */
const asApiAsks = (query: SearchQuery): SearchQuery => ({
  ...query,
  audience: ["everyone"],
  facets: apiFacets,
  language: undefined,
});

function apiRequest({ text, types, filters }: SearchQuery): autocannon.Request {
  const parameters = new URLSearchParams({ q: text });
  if (types.length === 1) parameters.set("type", types[0]!);
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(name, value);
  }
  return { method: "GET", path: `/api/v1/search?${parameters}` };
}

/** How many searches each engine answered, by the site's own count: a fallback would make a comparison worthless. */
async function enginesAsked(): Promise<Record<string, number>> {
  const text = await fetch(`http://127.0.0.1:${PORT}/metrics`).then((response) => response.text());
  return Object.fromEntries(
    [...text.matchAll(/staffroom_search_seconds_count\{engine="(\w+)"\} (\d+)/g)].map(([, engine, count]) => [
      engine!,
      Number(count),
    ]),
  );
}
