import { beforeAll, describe, expect, it } from "vitest";
import { loader as materialsPage } from "~/features/packs/cupboard/pages/materials.server";
import { publishPack, saveMaterials, savePack } from "~/features/packs/index.server";
import type { MaterialInput } from "~/features/packs/pack";
import { loader as catalogue } from "~/features/packs/pages/packs.server";
import { system } from "~/platform/services/actor";
import { packContents } from "~db/seeds/demo/packs";
import { materialSeeds } from "~db/seeds/materials";
import { substitutesFor } from "~db/seeds/substitutes";
import { type House, house } from "../../support/house";
import { ask } from "./ask";

describe("the packs of the demo world", () => {
  let at: House;

  beforeAll(async () => {
    at = await house();
    const materials = materialSeeds.map(
      ({ fr, ...seed }): MaterialInput => ({
        ...seed,
        names: fr ? { fr } : {},
        substitutes: substitutesFor(seed.slug),
      }),
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

  it("answer a cupboard, and say what stands for what is missing", async () => {
    const cupboard = "card-a4.elastic-band.paper-a4.paper-straw.ruler.scissors.string";
    const { result } = await ask(at.services, materialsPage, `/materials?have=${cupboard}`);
    const missing = result.found.map((row) => row.missing.length + row.substituted.length / 2);
    expect(missing).toEqual([...missing].sort((a, b) => a - b));
    expect(missing[0]).toBeLessThanOrEqual(1);
    expect(result.found.some(({ substituted }) => substituted.length > 0)).toBe(true);
  });
});
