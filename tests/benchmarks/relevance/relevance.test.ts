import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { publishPack, savePack } from "~/features/packs/index.server";
import { importResources } from "~/features/resources/index.server";
import type { SearchEngine } from "~/platform/search-engine/search-engine";
import { system } from "~/platform/services/actor";
import { packContents } from "~db/seeds/demo/packs";
import { materialSeeds } from "~db/seeds/materials";
import { makeMaterials } from "../../factories/packs";
import { house } from "../../support/house";
import { type JudgedQuery, musts, queries } from "./queries";

/** The imported records are not part of this repository; beside it they may stand here. */
const records = path.resolve("../shared/data/resources/learning-resources.jsonl");

describe("relevance on the demo catalogue", () => {
  let engine: SearchEngine;

  beforeAll(async () => {
    const { services, runJobs } = await house();
    engine = services.searchEngine;
    await makeMaterials(services, materialSeeds);
    for (const pack of packContents) {
      await savePack(services, system, pack);
      await publishPack(services, system, { slug: pack.slug });
    }
    if (existsSync(records)) await importResources(services, system, { file: records });
    else console.log(`the imported records were left out: ${path.basename(records)} is not there`);
    await runJobs();
  });

  const found = async (text: string): Promise<string[]> => {
    const answer = await engine.search({
      text,
      types: ["pack", "resource"],
      filters: {},
      audience: ["everyone"],
      facets: [],
      sort: "best",
      page: 1,
      perPage: 10,
    });
    return answer.hits.map(({ slug }) => slug);
  };

  it.each(musts)("$text brings what is meant among the first three", async ({ text, meant }) => {
    expect((await found(text)).slice(0, 3).some((slug) => slug in meant)).toBe(true);
  });

  it("brings what is meant, as a whole", async () => {
    // Queries about imported records say nothing without them.
    const judged = existsSync(records) ? queries : queries.filter(({ meant }) => packMeant(meant));
    const results = await Promise.all(
      judged.map(async (query) => ({ query, slugs: await found(query.text) })),
    );
    const success = mean(
      results.map(({ query, slugs }) => (slugs.slice(0, 3).some((slug) => slug in query.meant) ? 1 : 0)),
    );
    const ndcg = mean(results.map(({ query, slugs }) => ndcgAt10(query, slugs)));
    const missed = results.filter(
      ({ query, slugs }) => !slugs.slice(0, 3).some((slug) => slug in query.meant),
    );
    console.log(
      `${judged.length} queries: nDCG@10 ${ndcg.toFixed(3)}, success@3 ${success.toFixed(3)}; missed: ${missed.map(({ query }) => query.text).join(", ") || "none"}`,
    );
    expect(ndcg).toBeGreaterThanOrEqual(0.85);
    expect(success).toBeGreaterThanOrEqual(0.9);
  });
});

const packMeant = (meant: JudgedQuery["meant"]) => packContents.some(({ slug }) => slug in meant);

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), with gain 2^grade - 1. */
function ndcgAt10({ meant }: JudgedQuery, slugs: string[]): number {
  const gain = (grades: number[]) =>
    grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
  const best = gain(Object.values(meant).sort((a, b) => b - a));
  return gain(slugs.map((slug) => meant[slug] ?? 0)) / best;
}
