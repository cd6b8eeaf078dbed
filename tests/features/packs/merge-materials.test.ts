import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { saveMaterials, savePack } from "~/features/packs/index.server";
import { mergeMaterials } from "~/features/packs/operations/merge-materials.server";
import { setSubstitutes } from "~/features/packs/operations/set-substitutes.server";
import type { MaterialInput } from "~/features/packs/pack";
import { loader as catalogue } from "~/features/packs/pages/packs.server";
import { readPack } from "~/features/packs/queries.server";
import { loader as resourceCatalogue } from "~/features/resources/pages/resources.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { type Person, system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, materialSubstitutes, materials, packMaterials } from "~db/schema";
import { makePack, packContent } from "../../factories/packs";
import { makePerson } from "../../factories/people";
import { makeResources, resourceRecord } from "../../factories/resources";
import { type House, house } from "../../support/house";
import { ask } from "./ask";

let at: House;
let services: Services;
let librarian: Person;
let member: Person;
let made = 0;

beforeAll(async () => {
  at = await house();
  services = at.services;
  librarian = await makePerson(services, { siteRoles: ["librarian"] });
  member = await makePerson(services);
});

/** Materials of this test's own, by the names given; their slugs. */
async function make(...wanted: (Partial<MaterialInput> & { name: string })[]): Promise<string[]> {
  made += 1;
  const inputs = wanted.map(
    (more): MaterialInput => ({
      slug: `${more.name.toLowerCase().replace(/\W+/g, "-")}-${made}`,
      unit: "piece",
      kind: "consumable",
      synonyms: [],
      ...more,
    }),
  );
  await saveMaterials(services, system, inputs);
  return inputs.map(({ slug }) => slug);
}

const line = (material: string) => ({ material, perGroup: 1, unit: "piece" as const, usedIn: [1] });
const merge = (from: string, into: string, actor: Parameters<typeof mergeMaterials>[1] = librarian) =>
  mergeMaterials(services, actor, { from, into });

async function rowOf(slug: string) {
  const [row] = await services.db.select().from(materials).where(eq(materials.slug, slug));
  return row!;
}

/** What can stand for a material, as slugs with notes. */
async function substitutesOf(slug: string) {
  const rows = await services.db
    .select({ slug: materials.slug, note: materialSubstitutes.note })
    .from(materialSubstitutes)
    .innerJoin(materials, eq(materials.id, materialSubstitutes.substituteId))
    .where(eq(materialSubstitutes.materialId, (await rowOf(slug)).id))
    .orderBy(asc(materials.slug));
  return rows.map(({ slug, note }) => [slug, note]);
}

describe("merging two materials", () => {
  it("gives the lines, names and slug of the one to the other", async () => {
    const [twine, string] = (await make(
      { name: "Twine", synonyms: ["jute"], names: { fr: "fil", km: "ខ្សែ" } },
      { name: "String", synonyms: ["cord"], names: { fr: "ficelle" } },
    )) as [string, string];
    const pack = await makePack(services, { materials: [line(twine), line(string)] });
    await merge(twine, string);
    expect(await rowOf(string)).toMatchObject({
      synonyms: ["cord", "Twine", "jute", "fil"],
      names: { fr: "ficelle", km: "ខ្សែ" },
    });
    const { materials: lines } = await readPack(services.db, visitor, pack.slug, "en");
    expect(lines.map(({ slug }) => slug)).toEqual([string, string]);
    const entries = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, (await rowOf(string)).id));
    expect(entries).toMatchObject([{ act: "materials merged", actorId: librarian.id }]);
  });

  it("repoints substitutes without repeating one or letting a thing stand for itself", async () => {
    const [rod, dowel, straw, foam] = (await make(
      { name: "Rod" },
      { name: "Dowel" },
      { name: "Straw" },
      { name: "Foam" },
    )) as [string, string, string, string];
    const set = (slug: string, substitutes: { material: string; note?: string }[]) =>
      setSubstitutes(services, librarian, { slug, substitutes });
    await set(rod, [{ material: straw, note: "of the rod" }, { material: dowel }]);
    await set(dowel, [{ material: straw, note: "of the dowel" }]);
    await set(foam, [{ material: rod }, { material: dowel, note: "thin" }]);
    await merge(rod, dowel);
    expect(await substitutesOf(dowel)).toEqual([[straw, "of the dowel"]]);
    expect(await substitutesOf(foam)).toEqual([[dowel, "thin"]]);
    expect(await substitutesOf(rod)).toEqual([]);
  });

  it("keeps old slugs working: in packs that are saved, in substitutes, in lists of filters", async () => {
    const [first, second, third] = (await make({ name: "One" }, { name: "Two" }, { name: "Three" })) as [
      string,
      string,
      string,
    ];
    await merge(first, second);
    await merge(second, third);
    expect((await rowOf(first)).mergedInto).toBe((await rowOf(third)).id);
    const pack = await makePack(services, { materials: [line(first)] });
    await at.runJobs();
    const { materials: lines } = await readPack(services.db, visitor, pack.slug, "en");
    expect(lines.map(({ slug }) => slug)).toEqual([third]);
    for (const [loader, path] of [
      [catalogue, "/packs"],
      [resourceCatalogue, "/resources"],
    ] as const) {
      const asked = ask(services, loader as typeof catalogue, `${path}?q=pack&material=${first}&page=2`);
      const moved = (await asked.catch((thrown) => thrown)) as Response;
      expect(moved.headers.get("Location")).toBe(`${path}?q=pack&material=${third}&page=2`);
    }
    const { result } = await ask(services, catalogue, `/packs?material=${third}`);
    expect(result.hits.map(({ slug }) => slug)).toEqual([pack.slug]);
  });

  it("does not bring a merged material back when a list of materials is loaded again", async () => {
    const [old, kept] = (await make({ name: "Old" }, { name: "Kept" })) as [string, string];
    await merge(old, kept);
    const again: MaterialInput = {
      slug: old,
      name: "Old again",
      unit: "piece",
      kind: "tool",
      synonyms: [],
      substitutes: [{ material: kept }],
    };
    expect(await saveMaterials(services, librarian, [again])).toEqual({ saved: 0 });
    expect(await rowOf(old)).toMatchObject({ name: "Old", kind: "consumable" });
    expect(await substitutesOf(kept)).toEqual([]);
  });

  it("has packs and lesson resources found by all names, within one run of the jobs", async () => {
    const [zwirn, kordel] = (await make({ name: "Zwirnfaden" }, { name: "Kordelband" })) as [string, string];
    const pack = await makePack(services, { materials: [line(zwirn)] });
    await makeResources(services, [resourceRecord({ name: "Knots that hold", material: "2 Zwirnfaden" })]);
    await at.runJobs();
    await merge(zwirn, kordel);
    await at.runJobs();
    const { result } = await ask(services, catalogue, `/packs?q=zwirnfaden&material=${kordel}`);
    expect(result.hits.map(({ slug }) => slug)).toEqual([pack.slug]);
    const resources = await ask(services, resourceCatalogue, `/resources?material=${kordel}`);
    expect(resources.result.hits).toHaveLength(1);
  });

  it("changes nothing when it is repeated", async () => {
    const [from, into] = (await make({ name: "From" }, { name: "Into" })) as [string, string];
    await merge(from, into);
    const before = await rowOf(into);
    await merge(from, into);
    expect(await rowOf(into)).toEqual(before);
  });

  it("is for librarians, and for materials that are there", async () => {
    const [from, into] = (await make({ name: "Mine" }, { name: "Yours" })) as [string, string];
    await expect(merge(from, into, member)).rejects.toThrow(NotAllowed);
    await expect(merge(from, into, visitor)).rejects.toThrow(NotAllowed);
    await expect(merge("no-such-thing", into)).rejects.toThrow(NotFound);
    await expect(merge(from, "no-such-thing")).rejects.toThrow(NotFound);
    await expect(merge(from, from)).rejects.toMatchObject({ code: "packs_merge_itself", field: "into" });
  });

  it("refuses what was merged into a third meanwhile, and names beyond number", async () => {
    const many = (start: string) => Array.from({ length: 20 }, (_, n) => `${start}${n}`);
    const [a, b, c] = (await make(
      { name: "A thing", synonyms: many("a") },
      { name: "B thing", synonyms: many("b") },
      { name: "C thing" },
    )) as [string, string, string];
    await expect(merge(a, b)).rejects.toMatchObject({ code: "packs_merge_names" });
    expect((await rowOf(a)).mergedInto).toBeNull();
    await merge(a, c);
    await expect(merge(a, b)).rejects.toThrow(Conflict);
    await expect(merge(b, a)).rejects.toMatchObject({ code: "packs_merge_gone" });
  });
});

describe("at the same moment", () => {
  it("only one of two opposite merges happens", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = (await make({ name: "Left" }, { name: "Right" })) as [string, string];
      const results = await Promise.allSettled([merge(a, b), merge(b, a)]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const rejected = results.find(({ status }) => status === "rejected") as PromiseRejectedResult;
      expect(rejected.reason).toBeInstanceOf(Conflict);
      const merged = [await rowOf(a), await rowOf(b)].filter(({ mergedInto }) => mergedInto !== null);
      expect(merged).toHaveLength(1);
    }
  });

  it("a chain of merges leaves every slug one step from what stays", async () => {
    const [a, b, c] = (await make({ name: "X" }, { name: "Y" }, { name: "Z" })) as [string, string, string];
    await Promise.allSettled([merge(a, b), merge(b, c), merge(a, c)]);
    const rows = [await rowOf(a), await rowOf(b), await rowOf(c)];
    const living = new Set(rows.filter(({ mergedInto }) => mergedInto === null).map(({ id }) => id));
    for (const { mergedInto } of rows) if (mergedInto) expect(living).toContain(mergedInto);
  });

  it("no pack or substitute comes to point at what is merged away", async () => {
    for (let round = 0; round < 5; round++) {
      const [from, into, other] = (await make({ name: "Gone" }, { name: "Stays" }, { name: "Other" })) as [
        string,
        string,
        string,
      ];
      const content = packContent({ materials: [line(from)] });
      await Promise.all([
        merge(from, into),
        savePack(services, librarian, content),
        setSubstitutes(services, librarian, { slug: other, substitutes: [{ material: from }] }),
      ]);
      const gone = (await rowOf(from)).id;
      expect(await services.db.$count(packMaterials, eq(packMaterials.materialId, gone))).toBe(0);
      expect(await substitutesOf(other)).toEqual([[into, null]]);
    }
  });
});

describe("setting substitutes", () => {
  it("replaces what was there, and says when nothing changed by writing nothing", async () => {
    const [a, b, c] = (await make({ name: "Sheet" }, { name: "Panel" }, { name: "Board" })) as [
      string,
      string,
      string,
    ];
    const set = (...substitutes: { material: string; note?: string }[]) =>
      setSubstitutes(services, librarian, { slug: a, substitutes });
    await set({ material: b, note: "cut double" }, { material: c });
    expect(await substitutesOf(a)).toEqual([
      [c, null],
      [b, "cut double"],
    ]);
    await set({ material: c });
    await set({ material: c });
    expect(await substitutesOf(a)).toEqual([[c, null]]);
    const entries = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, (await rowOf(a)).id));
    expect(entries).toHaveLength(2);
  });

  it("refuses strangers, unknown things and the material itself", async () => {
    const [a, b] = (await make({ name: "Reel" }, { name: "Spool" })) as [string, string];
    const set = (material: string, actor: Parameters<typeof setSubstitutes>[1] = librarian, slug = a) =>
      setSubstitutes(services, actor, { slug, substitutes: [{ material }] });
    await expect(set(b, member)).rejects.toThrow(NotAllowed);
    await expect(set(b, librarian, "no-such-thing")).rejects.toThrow(NotFound);
    await expect(set("no-such-thing")).rejects.toMatchObject({ code: "packs_material_unknown" });
    await expect(set(a)).rejects.toBeInstanceOf(RuleBroken);
  });

  it("takes them with the whole list of materials too, and leaves alone what says nothing of them", async () => {
    const [a] = (await make({ name: "Loaded" }, { name: "Beside" })) as [string, string];
    const beside = `beside-${made}`;
    const loaded: MaterialInput = {
      slug: a,
      name: "Loaded",
      unit: "piece",
      kind: "consumable",
      synonyms: [],
    };
    const wanted = { ...loaded, substitutes: [{ material: beside, note: "twice" }] };
    expect(await saveMaterials(services, librarian, [wanted])).toEqual({ saved: 1 });
    expect(await saveMaterials(services, librarian, [wanted])).toEqual({ saved: 0 });
    await saveMaterials(services, librarian, [loaded]);
    expect(await substitutesOf(a)).toEqual([[beside, "twice"]]);
  });
});
