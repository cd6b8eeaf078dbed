import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, it } from "vitest";
import { publishPack, unpublishPack } from "~/features/packs/index.server";
import { rebuildIndex } from "~/features/search/index.server";
import type { Searchable } from "~/platform/search-engine/searchable";
import { system } from "~/platform/services/actor";
import { searchables } from "~/wiring/searchables.server";
import { packs } from "~db/schema";
import { makePack } from "../../factories/packs";
import { makeResources, resourceRecord } from "../../factories/resources";
import { house } from "../../support/house";
import { documentOf } from "./documents";

/** Titles found, with what the words were read as. */
async function find(text: string): Promise<string[]> {
  const { services } = await house();
  const { hits } = await services.searchEngine.search({
    text,
    types: ["pack", "resource", "network"],
    filters: {},
    audience: ["everyone"],
    facets: [],
    sort: "title",
    page: 1,
    perPage: 50,
    literal: true,
  });
  return hits.map(({ title }) => title);
}

describe("the index follows the records", () => {
  it("finds a pack from its publication until it is taken back", async () => {
    const { services, runJobs } = await house();
    const { slug } = await makePack(services, { title: "Quokka bridges" }, { draft: true });
    await runJobs();
    expect(await find("quokka")).toEqual([]);
    await publishPack(services, system, { slug });
    await runJobs();
    expect(await find("quokka")).toEqual(["Quokka bridges"]);
    await unpublishPack(services, system, { slug });
    await runJobs();
    expect(await find("quokka")).toEqual([]);
  });

  it("has one document when the same job runs twice at once", async () => {
    const { services, runJobs } = await house();
    await makePack(services, { title: "Wombat wheels" });
    await Promise.all([runJobs(), rebuildIndex(services, searchables)]);
    expect(await find("wombat")).toEqual(["Wombat wheels"]);
  });
});

describe("making the index anew", () => {
  it("puts in what is missing, takes out what no record stands behind, and counts", async () => {
    const { services, runJobs } = await house();
    const { id } = await makePack(services, { title: "Numbat nests" });
    await makeResources(services, [resourceRecord({ name: "Numbat maps" })]);
    await runJobs();
    await services.searchEngine.remove("pack", [id]);
    await services.searchEngine.put([documentOf({ title: "Numbat ghosts", recordId: v7() })]);
    expect(await find("numbat")).toEqual(["Numbat ghosts", "Numbat maps"]);

    const progress: [number, number][] = [];
    const count = await rebuildIndex(services, searchables, (done, total) => progress.push([done, total]));
    expect(await find("numbat")).toEqual(["Numbat maps", "Numbat nests"]);
    expect(progress.at(-1)).toEqual([count, count]);
  });

  it("serves meanwhile, and keeps a record that is made in the middle of it", async () => {
    const { services, runJobs } = await house();
    await makePack(services, { title: "Bilby burrows" });
    await runJobs();
    const [packsAnew] = searchables.filter(({ type }) => type === "pack");
    // After the first portion somebody publishes another pack, and its job runs.
    const interrupted: Searchable = {
      ...packsAnew!,
      async loadDocuments(db, ids) {
        const documents = await packsAnew!.loadDocuments(db, ids);
        expect(await find("bilby")).toEqual(["Bilby burrows"]);
        await makePack(services, { title: "Potoroo paths" });
        return documents;
      },
    };
    await rebuildIndex(services, [interrupted]);
    await runJobs();
    expect(await find("potoroo")).toEqual(["Potoroo paths"]);
    expect(await find("bilby")).toEqual(["Bilby burrows"]);
  });

  it("lets go of a pack that was deleted behind its back", async () => {
    const { services, runJobs } = await house();
    const { id } = await makePack(services, { title: "Dunnart domes" });
    await runJobs();
    await services.db.delete(packs).where(eq(packs.id, id));
    await rebuildIndex(services, searchables);
    expect(await find("dunnart")).toEqual([]);
  });
});
