import { beforeAll, describe, expect, it } from "vitest";
import { publishPack, saveMaterials, savePack } from "~/features/packs/index.server";
import type { MaterialInput } from "~/features/packs/pack";
import { loader as catalogue } from "~/features/packs/pages/packs.server";
import { system } from "~/platform/services/actor";
import { packContents } from "~db/seeds/demo/packs";
import { materialSeeds } from "~db/seeds/materials";
import { type House, house } from "../../support/house";
import { ask } from "./ask";

describe("the packs of the demo world", () => {
  let at: House;

  beforeAll(async () => {
    at = await house();
    const materials = materialSeeds.map(
      ({ fr, ...seed }): MaterialInput => ({ ...seed, names: fr ? { fr } : {} }),
    );
    await saveMaterials(at.services, system, materials);
    for (const pack of packContents) {
      await savePack(at.services, system, pack);
      await publishPack(at.services, system, { slug: pack.slug });
    }
    await at.runJobs();
  });

  it("are complete, and all are found", async () => {
    const { result } = await ask(at.services, catalogue, "/packs");
    expect(result.view.total).toBe(packContents.length);
    expect(packContents.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ["brigde", "bridges-that-hold"],
    ["wnd turbine", "catch-the-wind"],
    ["protesis hand", "a-hand-that-grips"],
    ["filtre à eau", "filtrer-l-eau-de-pluie"],
  ])("%j brings what is meant among the first three", async (words, slug) => {
    const { result } = await ask(at.services, catalogue, `/packs?q=${encodeURIComponent(words)}`);
    expect(result.hits.slice(0, 3).map((hit) => hit.slug)).toContain(slug);
  });
});
