import { Meilisearch } from "meilisearch";
import { beforeAll, describe, expect, it } from "vitest";
import { publishPack, unpublishPack } from "~/features/packs/index.server";
import { examine, rebuildIndex, rebuildSecond, repair, wrong } from "~/features/search/index.server";
import { system } from "~/platform/services/actor";
import { searchables } from "~/wiring/searchables.server";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import { makePack } from "../../factories/packs";
import { type Cable, cableTo } from "../../support/cable";
import { type House, makeHouse } from "../../support/house";
import { meilisearchMissing, type TestMeilisearch, testMeilisearch } from "../../support/meilisearch";
import { documentOf } from "./documents";

describe.skipIf(meilisearchMissing)(
  `a house with Meilisearch${meilisearchMissing ? ` (${meilisearchMissing})` : ""}`,
  () => {
    let where: TestMeilisearch;
    let cable: Cable;
    let house: House;

    beforeAll(async () => {
      where = testMeilisearch();
      cable = await cableTo(where.host);
      house = await makeHouse({
        MEILI_HOST: cable.url,
        MEILI_API_KEY: where.apiKey ?? "",
        MEILI_INDEX_PREFIX: where.prefix,
      });
      // The first change finds no index there, and has it built.
      await makePack(house.services, { title: "Quokka bridges" });
      await house.runJobs();
    });

    const find = async (text: string) => {
      const { engine, hits } = await house.services.searchEngine.search({
        ...{ text, types: [...searchableTypes], filters: {}, audience: ["everyone"], facets: [] },
        ...{ sort: "best", page: 1, perPage: 20, literal: true },
      });
      return { engine, titles: hits.map(({ title }) => title) };
    };

    /** Asks until Meilisearch has been given another chance and answers. */
    const answersAgain = () =>
      expect.poll(async () => (await find("quokka")).engine, { timeout: 20_000 }).toBe("meilisearch");

    const allIsWell = async () => {
      const findings = await examine(house.services, searchables);
      expect(findings.filter((finding) => wrong(finding).length > 0)).toEqual([]);
      return findings;
    };

    it("has the index built by itself, and is asked first", async () => {
      expect(await find("quokka")).toEqual({ engine: "meilisearch", titles: ["Quokka bridges"] });
    });

    it("finds there what is published, and no longer what is taken back", async () => {
      const { slug } = await makePack(house.services, { title: "Wombat wheels" }, { draft: true });
      await publishPack(house.services, system, { slug });
      await house.runJobs();
      expect(await find("wombat")).toEqual({ engine: "meilisearch", titles: ["Wombat wheels"] });
      await unpublishPack(house.services, system, { slug });
      await house.runJobs();
      expect(await find("wombat")).toEqual({ engine: "meilisearch", titles: [] });
    });

    for (const state of ["cut", "silent"] as const) {
      it(`answers from PostgreSQL while Meilisearch is ${state}, and tells it afterwards what changed`, async () => {
        cable.put(state);
        expect(await find("quokka")).toEqual({ engine: "postgres", titles: ["Quokka bridges"] });
        const title = `Bilby${state} bells`;
        await makePack(house.services, { title });
        await house.runJobs();
        expect(await find(`bilby${state}`)).toEqual({ engine: "postgres", titles: [title] });
        for (let n = 0; n < 3; n++) await find("quokka");
        expect(house.services.searchEngine.status()).toEqual({ engine: "postgres", circuit: "open" });

        cable.put("through");
        await answersAgain();
        // What the failed job left waits a few seconds; the clock's own job would be there within a minute.
        await house.services.pool.query("update graphile_worker._private_jobs set run_at = now()");
        await house.runJobs();
        expect(await find(`bilby${state}`)).toEqual({ engine: "meilisearch", titles: [title] });
        await allIsWell();
      });
    }

    it("is put right by the doctor, whatever went missing where", async () => {
      const { searchEngine } = house.services;
      const one = await makePack(house.services, { title: "Numbat nests" });
      const two = await makePack(house.services, { title: "Numbat burrows" });
      await house.runJobs();
      const ghost = documentOf({ type: "pack", title: "Numbat ghosts" });
      const outdated = documentOf({ type: "pack", title: "Numbat rumours", recordId: two.id });
      for (const engine of [searchEngine, searchEngine.second!]) {
        await engine.remove("pack", [one.id]);
        await engine.put([ghost, outdated]);
      }
      const findings = (await examine(house.services, searchables)).filter(({ type }) => type === "pack");
      expect(findings.map(({ engine }) => engine)).toEqual(["postgres", "meilisearch"]);
      for (const { missing, outdated, surplus } of findings) {
        expect({ missing, outdated, surplus }).toEqual({
          missing: [one.id],
          outdated: [two.id],
          surplus: [ghost.recordId],
        });
      }
      await repair(house.services, searchables, findings);
      await house.runJobs();
      await allIsWell();
    });

    it("is built anew without a gap, and keeps what is published meanwhile", async () => {
      let building = true;
      const gaps: unknown[] = [];
      const readers = (async () => {
        while (building) {
          const { engine, titles } = await find("quokka");
          if (engine !== "meilisearch" || titles.length !== 1) gaps.push({ engine, titles });
        }
      })();
      const writers = (async () => {
        for (let n = 0; n < 5; n++) {
          await makePack(house.services, { title: `Potoroo paths ${n}` });
          await house.runJobs();
        }
      })();
      await rebuildIndex(house.services, searchables);
      await writers;
      building = false;
      await readers;
      expect(gaps).toEqual([]);
      expect((await find("potoroo")).titles).toHaveLength(5);
      await allIsWell();
    });

    /** As another release left it. */
    const outdate = async () => {
      const index = new Meilisearch({ host: where.host, apiKey: where.apiKey ?? undefined }).index(
        `${where.prefix}documents`,
      );
      await index.addDocuments([{ id: "settings-version", version: "another" }]).waitTask();
      return index;
    };

    it("is built anew once by several who find it outdated at the same time", async () => {
      await outdate();
      await Promise.all([1, 2, 3].map(() => rebuildSecond(house.services, searchables)));
      expect(await find("quokka")).toEqual({ engine: "meilisearch", titles: ["Quokka bridges"] });
      await allIsWell();
    });

    it("ends in a correct index however often it is cut off while it is built anew", async () => {
      const server = new Meilisearch({ host: where.host, apiKey: where.apiKey ?? undefined });
      const isThere = (uid: string) =>
        server.getRawIndex(uid).then(
          () => true,
          () => false,
        );
      const next = `${where.prefix}documents_next`;
      await outdate();
      let cuts = 0;
      for (let round = 0; round < 4; round++) {
        await makePack(house.services, { title: `Bettong baskets ${round}` });
        let working = true;
        const work = house.runJobs().finally(() => {
          working = false;
        });
        await expect.poll(async () => !working || (await isThere(next)), { interval: 5 }).toBe(true);
        if (working) cuts++;
        cable.put("cut");
        await work;
        cable.put("through");
        await house.services.pool.query("update graphile_worker._private_jobs set run_at = now()");
      }
      // Without these, this test would say nothing of being cut off.
      expect(cuts).toBeGreaterThan(0);
      await house.runJobs();
      await answersAgain();
      expect((await find("bettong")).titles).toHaveLength(4);
      expect(await isThere(next)).toBe(false);
      await allIsWell();
    });

    it("has an index built anew that another release made", async () => {
      const index = await outdate();
      await index.deleteDocuments({ filter: 'type = "pack"' }).waitTask();
      await makePack(house.services, { title: "Dunnart domes" });
      await house.runJobs();
      expect((await find("dunnart")).titles).toEqual(["Dunnart domes"]);
      expect((await find("quokka")).titles).toEqual(["Quokka bridges"]);
      await allIsWell();
    });
  },
);
