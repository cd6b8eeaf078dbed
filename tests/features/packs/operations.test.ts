import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { publishPack, saveMaterials, savePack, unpublishPack } from "~/features/packs/index.server";
import type { MaterialInput } from "~/features/packs/pack";
import { readPack } from "~/features/packs/queries.server";
import { NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { type Person, system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, materials } from "~db/schema";
import { makePack, packContent, someMaterials } from "../../factories/packs";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

let services: Services;
let librarian: Person;
let member: Person;

beforeAll(async () => {
  ({ services } = await house());
  librarian = await makePerson(services, { siteRoles: ["librarian"] });
  member = await makePerson(services);
  await saveMaterials(services, system, someMaterials);
});

/** The facts announced about a record that no job has taken yet. */
async function factsAbout(id: string): Promise<string[]> {
  const { rows } = await services.pool.query<{ kind: string }>(
    `select j.payload->'fact'->>'kind' as kind from graphile_worker._private_jobs j
     where $1 in (j.payload->'fact'->>'packId', j.payload->'fact'->>'packIds') order by j.id`,
    [id],
  );
  return rows.map(({ kind }) => kind);
}

const read = (slug: string) => readPack(services.db, librarian, slug, "en");

describe("saving a pack", () => {
  it("keeps all of it, as a draft that says who wrote it", async () => {
    const content = packContent();
    await savePack(services, librarian, content);
    const pack = await read(content.slug);
    expect(pack).toMatchObject({
      title: content.title,
      minutes: 110,
      publishedAt: null,
      createdBy: librarian.id,
    });
    expect(pack.activities).toEqual(content.activities);
    expect(
      pack.materials.map(({ slug, perGroup, perClass, note }) => ({ slug, perGroup, perClass, note })),
    ).toEqual([
      { slug: "card-a4", perGroup: 4, perClass: null, note: null },
      { slug: "string", perGroup: 1.2, perClass: null, note: "Thin." },
      { slug: "desk-fan", perGroup: null, perClass: 2, note: null },
    ]);
  });

  it("replaces the whole pack of the same slug and keeps it published", async () => {
    const { id, slug } = await makePack(services);
    const [activity] = packContent().activities;
    const again = packContent({
      slug,
      title: "Another title",
      activities: [activity!],
      materials: [someLine],
    });
    expect(await savePack(services, librarian, again)).toEqual({ id });
    const pack = await read(slug);
    expect(pack).toMatchObject({ title: "Another title", minutes: 50, createdBy: null });
    expect(pack.publishedAt).not.toBeNull();
    expect([pack.activities.length, pack.materials.length]).toEqual([1, 1]);
    expect(await factsAbout(id)).toEqual(["packs.published", "packs.changed"]);
  });

  it("says nothing of a change to a draft, which nobody finds", async () => {
    const { id, slug } = await makePack(services, {}, { draft: true });
    await savePack(services, librarian, packContent({ slug }));
    expect(await factsAbout(id)).toEqual([]);
  });

  it("is for librarians", async () => {
    await expect(savePack(services, member, packContent())).rejects.toThrow(NotAllowed);
    await expect(savePack(services, visitor, packContent())).rejects.toThrow(NotAllowed);
  });

  it("names the field that is not in order", async () => {
    const content = packContent();
    content.activities[1]!.steps[0] = " ";
    await expect(savePack(services, librarian, content)).rejects.toMatchObject({
      code: "packs_text_missing",
      field: "activities.1.steps.0",
    });
  });

  it("names materials that the vocabulary does not have, and saves nothing", async () => {
    const content = packContent({ materials: [someLine, { ...someLine, material: "moon-dust" }] });
    await expect(savePack(services, librarian, content)).rejects.toMatchObject({
      code: "packs_material_unknown",
      values: { materials: "moon-dust" },
    });
    await expect(read(content.slug)).rejects.toThrow(NotFound);
  });

  it("leaves no published pack incomplete", async () => {
    const { slug } = await makePack(services);
    await expect(savePack(services, librarian, packContent({ slug, why: "" }))).rejects.toThrow(RuleBroken);
    expect((await read(slug)).why).not.toBe("");
  });

  it("lets two who save the same new pack take turns", async () => {
    const content = packContent();
    const saved = await Promise.all(Array.from({ length: 6 }, () => savePack(services, librarian, content)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect((await read(content.slug)).activities).toEqual(content.activities);
  });
});

const someLine = { material: "string", perGroup: 2, unit: "metre" as const, usedIn: [1] };

describe("publishing a pack", () => {
  it("opens a complete one to everybody, reviewed", async () => {
    const { id, slug } = await makePack(services, {}, { draft: true });
    await publishPack(services, librarian, { slug });
    const pack = await readPack(services.db, visitor, slug, "en");
    expect(pack.publishedAt).toEqual(pack.reviewedAt);
    expect(await factsAbout(id)).toEqual(["packs.published"]);
    const [entry] = await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(entry).toMatchObject({ actorId: librarian.id, act: "pack published" });
  });

  it("does nothing the second time", async () => {
    const { id, slug } = await makePack(services);
    const before = await read(slug);
    await publishPack(services, librarian, { slug });
    expect((await read(slug)).publishedAt).toEqual(before.publishedAt);
    expect(await factsAbout(id)).toEqual(["packs.published"]);
  });

  it("takes an earlier date from the house alone", async () => {
    const at = new Date("2026-03-02T09:00:00Z");
    const old = await makePack(services, {}, { publishedAt: at });
    const young = await makePack(services, {}, { publishedAt: at, actor: librarian });
    expect((await read(old.slug)).publishedAt).toEqual(at);
    expect((await read(young.slug)).publishedAt).not.toEqual(at);
  });

  it("names what an incomplete one lacks", async () => {
    const { slug } = await makePack(services, { why: "", safety: [] }, { draft: true });
    await expect(publishPack(services, librarian, { slug })).rejects.toMatchObject({
      code: "packs_not_complete",
      values: { missing: "why it matters and safety notes" },
    });
  });

  it("is for librarians; a draft does not exist for others", async () => {
    const draft = await makePack(services, {}, { draft: true });
    const open = await makePack(services);
    await expect(publishPack(services, member, { slug: draft.slug })).rejects.toThrow(NotFound);
    await expect(publishPack(services, member, { slug: open.slug })).rejects.toThrow(NotAllowed);
    await expect(publishPack(services, librarian, { slug: "no-such-pack" })).rejects.toThrow(NotFound);
  });
});

describe("taking a pack back", () => {
  it("makes it a draft that only librarians see", async () => {
    const { id, slug } = await makePack(services);
    await unpublishPack(services, librarian, { slug });
    await expect(readPack(services.db, member, slug, "en")).rejects.toThrow(NotFound);
    await expect(readPack(services.db, visitor, slug, "en")).rejects.toThrow(NotFound);
    expect((await read(slug)).publishedAt).toBeNull();
    expect(await factsAbout(id)).toEqual(["packs.published", "packs.unpublished"]);
    await unpublishPack(services, librarian, { slug });
    expect(await factsAbout(id)).toHaveLength(2);
  });

  it("is for librarians", async () => {
    const { slug } = await makePack(services);
    await expect(unpublishPack(services, member, { slug })).rejects.toThrow(NotAllowed);
    await expect(unpublishPack(services, visitor, { slug })).rejects.toThrow(NotAllowed);
    await expect(unpublishPack(services, librarian, { slug: "no-such-pack" })).rejects.toThrow(NotFound);
  });
});

describe("saving materials", () => {
  const twine: MaterialInput = {
    slug: "twine",
    name: "Twine",
    unit: "metre",
    kind: "consumable",
    synonyms: [],
    names: {},
  };

  it("adds new ones, corrects known ones and leaves the rest alone", async () => {
    expect(await saveMaterials(services, librarian, [twine])).toEqual({ saved: 1 });
    const corrected = { ...twine, name: "Garden twine", names: { fr: "ficelle" } };
    expect(await saveMaterials(services, librarian, [corrected, ...someMaterials])).toEqual({ saved: 1 });
    expect(await saveMaterials(services, librarian, [corrected])).toEqual({ saved: 0 });
    const [row] = await services.db.select().from(materials).where(eq(materials.slug, "twine"));
    expect(row).toMatchObject({ name: "Garden twine", names: { fr: "ficelle" } });
  });

  it("tells the published packs that use what has another name", async () => {
    const wire = { ...twine, slug: "thin-wire", name: "Thin wire" };
    await saveMaterials(services, librarian, [wire]);
    const line = { ...someLine, material: "thin-wire" };
    const used = await makePack(services, { materials: [line] });
    const draft = await makePack(services, { materials: [line] }, { draft: true });
    const unused = await makePack(services);
    await saveMaterials(services, librarian, [{ ...wire, name: "Florist wire" }]);
    expect(await factsAbout(used.id)).toEqual(["packs.published", "packs.materials-changed"]);
    expect(await factsAbout(draft.id)).toEqual([]);
    expect(await factsAbout(unused.id)).toEqual(["packs.published"]);
  });

  it("is for librarians", async () => {
    await expect(saveMaterials(services, member, [twine])).rejects.toThrow(NotAllowed);
    await expect(saveMaterials(services, visitor, [twine])).rejects.toThrow(NotAllowed);
  });

  it("takes a slug once, and no nameless thing", async () => {
    await expect(saveMaterials(services, librarian, [twine, twine])).rejects.toMatchObject({
      code: "packs_material_twice",
    });
    await expect(saveMaterials(services, librarian, [{ ...twine, name: "" }])).rejects.toMatchObject({
      code: "packs_text_missing",
      field: "0.name",
    });
  });
});
