import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresSearch } from "~/platform/search-engine/postgres/postgres-search.server";
import type { SearchEngine, SearchQuery } from "~/platform/search-engine/search-engine";
import * as schema from "~db/schema";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import { madeDocuments } from "../../../scripts/bench/made-documents";
import { house } from "../../support/house";

/** Enough that reading everything would be a mistake, few enough to be made in a test. */
const DOCUMENTS = 12_000;

type Plan = { "Node Type": string; "Relation Name"?: string; "Actual Loops"?: number; Plans?: Plan[] };

describe("plans of searches", () => {
  let pool: pg.Pool;
  let engine: SearchEngine;
  let asked: { text: string; values: unknown[] }[] = [];

  beforeAll(async () => {
    const { databaseUrl } = await house();
    pool = new pg.Pool({ connectionString: databaseUrl, max: 4, options: "-c jit=off" });
    const query = pool.query.bind(pool);
    // Every statement of a search goes through here: what is explained below is what really runs.
    const listening = Object.assign(pool, {
      query(config: pg.QueryConfig, values?: unknown[]) {
        asked.push({ text: config.text, values: values ?? config.values ?? [] });
        return query(config, values as unknown[]);
      },
    });
    engine = postgresSearch(drizzle(listening, { schema, casing: "snake_case" }));
    await engine.rebuild((put) => put([...madeDocuments(1, DOCUMENTS)]));
    await engine.setSynonyms([["water", "eau"]]);
  });
  afterAll(() => pool.end());

  /** Tables that the statements of a search read from end to end. */
  async function readWhole(content: Partial<SearchQuery>): Promise<string[]> {
    asked = [];
    const { total } = await engine.search({
      text: "",
      types: [...searchableTypes],
      filters: {},
      audience: ["everyone", "members"],
      facets: ["type"],
      sort: "best",
      page: 1,
      perPage: 20,
      language: "en",
      ...content,
    });
    expect(total).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(0);
    const read: string[] = [];
    for (const { text, values } of [...asked]) {
      const { rows } = await pool.query<{ "QUERY PLAN": { Plan: Plan }[] }>({
        text: `explain (analyze, format json) ${text}`,
        values,
      });
      read.push(...wholeReads(rows[0]!["QUERY PLAN"][0]!.Plan));
    }
    return read;
  }

  it.each<[string, Partial<SearchQuery>]>([
    ["a common word", { text: "water" }],
    ["several words", { text: "water bridge of paper" }],
    ["a misspelt word", { text: "materail" }],
    ["a beginning", { text: "mat" }],
    [
      "words and filters",
      {
        text: "energy",
        types: ["pack"],
        filters: { subject: ["physics"], age: ["7-11"] },
        facets: ["subject", "age", "material", "type"],
      },
    ],
    ["words by date", { text: "light", sort: "newest" }],
    [
      "no words, with filters",
      {
        types: ["pack"],
        filters: { subject: ["physics"] },
        facets: ["subject", "material"],
      },
    ],
    ["no words, by title", { types: ["activity"], sort: "title" }],
    ["no words, the shortest", { types: ["resource"], sort: "shortest" }],
  ])("%s reads no table of the index from end to end", async (_, content) => {
    expect(await readWhole(content)).toEqual([]);
  });
});

/**
 * Tables read from end to end in a plan. A scan that a limit ends early is the cheapest way to any few rows, but is
 * told too where it was run: the tables of the index must never be read so.
 */
function wholeReads(plan: Plan): string[] {
  const own =
    plan["Node Type"] === "Seq Scan" &&
    plan["Actual Loops"] !== 0 &&
    ["search_documents", "search_words", "search_spellings"].includes(plan["Relation Name"] ?? "")
      ? [plan["Relation Name"]!]
      : [];
  return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)];
}
