import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { publishPack, savePack, searchSynonyms } from "~/features/packs/index.server";
import { importResources } from "~/features/resources/index.server";
import type { SearchEngine } from "~/platform/search-engine/search-engine";
import { system } from "~/platform/services/actor";
import { packContents } from "~db/seeds/demo/packs";
import { materialSeeds } from "~db/seeds/materials";
import { subjectSynonyms } from "~db/vocabulary/subject-synonyms";
import { makeMaterials } from "../../factories/packs";
import { house } from "../../support/house";
import { engines } from "./engines";
import { mean, ndcgAt10, successAt3 } from "./measures";
import { musts, queries } from "./queries";
import type { JudgedQuery } from "./queries/judged";

/** The imported records are not part of this repository; beside it they may stand here. */
const records = path.resolve("../shared/data/resources/learning-resources.jsonl");
const withRecords = existsSync(records);

describe.each(engines)("relevance on the demo catalogue: $name", ({ name, open }) => {
  let engine: SearchEngine;

  beforeAll(async () => {
    const { services, runJobs } = await house();
    await makeMaterials(services, materialSeeds);
    for (const pack of packContents) {
      await savePack(services, system, pack);
      await publishPack(services, system, { slug: pack.slug });
    }
    if (withRecords) await importResources(services, system, { file: records });
    else console.log(`the imported records were left out: ${path.basename(records)} is not there`);
    await runJobs();
    engine = await open(await house());
    await engine.setSynonyms([...subjectSynonyms, ...(await searchSynonyms(services.db))]);
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

  it.each(musts)("$text brings what is meant among the first three", async (query) => {
    expect(successAt3(query, await found(query.text))).toBe(1);
  });

  it("brings what is meant, as a whole", async () => {
    const all: Measured[] = [];
    for (const [kind, asked] of Object.entries(queries)) {
      // Queries about imported records say nothing without them.
      const results = await Promise.all(
        asked.filter(canBeAnswered).map(async (query) => measured(query, await found(query.text))),
      );
      console.log(`${name}, ${kind}: ${summary(results)}`);
      all.push(...results);
    }
    console.log(`${name}, all: ${summary(all)}`);
    if (withRecords) expect(all.length).toBeGreaterThanOrEqual(120);
    expect(mean(all.map(({ ndcg }) => ndcg))).toBeGreaterThanOrEqual(0.85);
    expect(mean(all.map(({ success }) => success))).toBeGreaterThanOrEqual(0.9);
  });
});

const packSlugs = new Set(packContents.map(({ slug }) => slug));
const canBeAnswered = ({ grades }: JudgedQuery) =>
  withRecords || Object.keys(grades).some((slug) => packSlugs.has(slug));

type Measured = { query: JudgedQuery; slugs: string[]; ndcg: number; success: 0 | 1 };

const measured = (query: JudgedQuery, slugs: string[]): Measured => ({
  query,
  slugs,
  ndcg: ndcgAt10(query, slugs),
  success: successAt3(query, slugs),
});

function summary(results: Measured[]): string {
  const ndcg = mean(results.map((result) => result.ndcg)).toFixed(3);
  const success = mean(results.map((result) => result.success)).toFixed(3);
  const weak = results
    .filter((result) => result.success === 0 || result.ndcg < 0.6)
    .map(({ query, slugs }) => `"${query.text}" brought ${slugs.slice(0, 4).join(", ") || "nothing"}`);
  return [`${results.length} questions, nDCG@10 ${ndcg}, success@3 ${success}`, ...weak].join("\n  ");
}
