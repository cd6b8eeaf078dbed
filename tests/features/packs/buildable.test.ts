import { beforeAll, describe, expect, it } from "vitest";
import { findBuildable } from "~/features/packs/cupboard/find-buildable.server";
import { saveMaterials, unpublishPack } from "~/features/packs/index.server";
import type { MaterialInput, PackInput } from "~/features/packs/pack";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { materials } from "~db/schema";
import { makePack } from "../../factories/packs";
import { house } from "../../support/house";

let services: Services;
let ids: Map<string, string>;
let names: Map<string, string>;

const thing = (slug: string, more: Partial<MaterialInput> = {}): MaterialInput => ({
  slug,
  name: slug,
  unit: "piece",
  kind: "consumable",
  synonyms: [],
  ...more,
});

const uses = (material: string, ...usedIn: number[]): PackInput["materials"][number] => ({
  material,
  perGroup: 1,
  unit: "piece",
  usedIn,
});

async function pack(title: string, lines: PackInput["materials"], options?: { draft?: boolean }) {
  const { id, slug } = await makePack(services, { title, materials: lines }, options);
  names.set(id, title);
  return slug;
}

/** What is found, as [title, position, have, substituted, missing]. */
async function find(owned: string[], kind: "all" | "packs" | "activities" = "all") {
  const { rows } = await findBuildable(
    services.db,
    owned.map((slug) => ids.get(slug)!),
    { kind, page: 1, perPage: 50 },
  );
  return rows.map((row) => [names.get(row.packId), row.position, row.have, row.substituted, row.missing]);
}

beforeAll(async () => {
  ({ services } = await house());
  names = new Map();
  await saveMaterials(services, system, [
    thing("tube"),
    thing("band"),
    thing("sheet", { substitutes: [{ material: "panel", note: "Cut it double." }] }),
    thing("panel"),
    thing("saw", { kind: "tool" }),
    thing("rod", { substitutes: [{ material: "reed" }] }),
    thing("reed"),
    thing("rare"),
    thing("jelly"),
  ]);
  ids = new Map((await services.db.select().from(materials)).map(({ slug, id }) => [slug, id]));
  await pack("Racer", [uses("tube", 1), uses("band", 1, 2)]);
  await pack("Tower", [uses("tube", 1), uses("sheet", 1, 2), uses("rod", 2)]);
  await pack("Crane", [uses("tube", 1), uses("saw", 2), uses("rare", 2)]);
  await pack("Elsewhere", [uses("rare", 1)]);
});

describe("what can be built", () => {
  it("comes by how little is missing, with activities that lack less than their pack", async () => {
    expect(await find(["tube", "band"])).toEqual([
      ["Racer", 0, 2, 0, 0],
      ["Crane", 1, 1, 0, 0],
      ["Tower", 1, 1, 0, 1],
      ["Crane", 0, 1, 0, 2],
      ["Tower", 0, 1, 0, 2],
    ]);
  });

  it("counts what something in the cupboard can stand for as half missing", async () => {
    expect(await find(["tube", "panel"], "packs")).toEqual([
      ["Racer", 0, 1, 0, 1],
      ["Tower", 0, 1, 1, 1],
      ["Crane", 0, 1, 0, 2],
    ]);
    expect(await find(["panel", "reed"], "packs")).toEqual([["Tower", 0, 0, 2, 1]]);
  });

  it("finds by a substitute alone, and not the other way round", async () => {
    expect(await find(["reed"], "packs")).toEqual([["Tower", 0, 0, 1, 2]]);
    expect(await find(["jelly"])).toEqual([]);
    const forReed = await find(["rod"], "packs");
    expect(forReed).toEqual([["Tower", 0, 1, 0, 2]]);
  });

  it("counts tools like what is used up", async () => {
    expect(await find(["saw"], "packs")).toEqual([["Crane", 0, 1, 0, 2]]);
  });

  it("shows single activities alone where they are asked for", async () => {
    const found = await find(["tube", "band"], "activities");
    expect(
      found
        .slice(0, 3)
        .map(([title, position]) => [title, position])
        .sort(),
    ).toEqual([
      ["Crane", 1],
      ["Racer", 1],
      ["Racer", 2],
    ]);
    expect(found.every(([, position]) => position !== 0)).toBe(true);
  });

  it("counts a material once that stands on two lines, and one without a place for every activity", async () => {
    await pack("Twice", [uses("jelly", 1), uses("jelly", 2), uses("rare")]);
    expect(await find(["jelly"], "packs")).toEqual([["Twice", 0, 1, 0, 1]]);
    expect(await find(["jelly"], "activities")).toEqual([
      ["Twice", 1, 1, 0, 1],
      ["Twice", 2, 1, 0, 1],
    ]);
  });

  it("never shows drafts", async () => {
    await pack("Hidden", [uses("band", 1)], { draft: true });
    const slug = await pack("Back to draft", [uses("band", 1)]);
    expect((await find(["band"])).map(([title]) => title)).toContain("Back to draft");
    await unpublishPack(services, system, { slug });
    const titles = (await find(["band"])).map(([title]) => title);
    expect(titles).not.toContain("Hidden");
    expect(titles).not.toContain("Back to draft");
  });

  it("comes in pages that neither repeat nor lose anything", async () => {
    const owned = [ids.get("tube")!, ids.get("rare")!];
    const all = await findBuildable(services.db, owned, { kind: "all", page: 1, perPage: 100 });
    const pages = [];
    for (let page = 1; page <= Math.ceil(all.total / 2); page++) {
      const { rows, total } = await findBuildable(services.db, owned, { kind: "all", page, perPage: 2 });
      expect(total).toBe(all.total);
      pages.push(...rows);
    }
    expect(pages).toEqual(all.rows);
  });

  it("is nothing where the cupboard is empty or holds nothing that is known", async () => {
    const nothing = { rows: [], total: 0 };
    const wanted = { kind: "all" as const, page: 1, perPage: 5 };
    expect(await findBuildable(services.db, [], wanted)).toEqual(nothing);
    expect(await findBuildable(services.db, ["00000000-0000-7000-8000-000000000000"], wanted)).toEqual(
      nothing,
    );
  });
});
