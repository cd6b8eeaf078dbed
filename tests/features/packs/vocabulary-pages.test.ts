import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { saveMaterials } from "~/features/packs/index.server";
import { loader as edit, action as editAction } from "~/features/packs/vocabulary/pages/edit-material.server";
import {
  loader as merge,
  action as mergeAction,
} from "~/features/packs/vocabulary/pages/merge-material.server";
import { loader as vocabulary } from "~/features/packs/vocabulary/pages/vocabulary.server";
import { type Person, system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { materials } from "~db/schema";
import { makePack, someMaterials } from "../../factories/packs";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { ask } from "./ask";

let services: Services;
let librarian: Person;
let member: Person;

beforeAll(async () => {
  ({ services } = await house());
  librarian = await makePerson(services, { siteRoles: ["librarian"] });
  member = await makePerson(services);
  const cord = {
    unit: "metre" as const,
    kind: "tool" as const,
    synonyms: ["sash line"],
    names: { de: "Schnur" },
  };
  await saveMaterials(services, system, [
    ...someMaterials,
    { ...cord, slug: "cord", name: "Cord" },
    { ...cord, slug: "lace", name: "Lace" },
  ]);
});

type Asking = Parameters<typeof ask>[3];
const answer = async <Result>(handler: Parameters<typeof ask<Result>>[1], path: string, asking?: Asking) =>
  (await ask(services, handler, path, asking)).result;

async function statusOf(asked: Promise<unknown>): Promise<number> {
  const given = await asked.catch((thrown) => thrown);
  if (given instanceof Response) return given.status;
  return (given as { init?: { status?: number } })?.init?.status ?? 200;
}

describe("who edits the vocabulary", () => {
  it("is the librarian; members are told no, visitors sign in first, nobody edits what is not there", async () => {
    const pages = (slug: string, as?: Person) => [
      statusOf(answer(vocabulary, "/materials/vocabulary", { as })),
      statusOf(answer(edit, `/materials/${slug}/edit`, { as })),
      statusOf(answer(merge, `/materials/${slug}/merge?into=string`, { as })),
      statusOf(answer(mergeAction, `/materials/${slug}/merge`, { as, form: { into: "string" } })),
      statusOf(
        answer(editAction, `/materials/${slug}/edit`, {
          as,
          form: { intent: "substitutes", substitutes: "x" },
        }),
      ),
    ];
    expect(await Promise.all(pages("lace", member))).toEqual([403, 403, 403, 403, 403]);
    expect(await Promise.all(pages("lace"))).toEqual([302, 302, 302, 302, 302]);
    expect(await Promise.all(pages("nothing", librarian))).toEqual([200, 404, 404, 404, 404]);
    expect(await statusOf(answer(edit, "/materials/lace/edit", { as: librarian }))).toBe(200);
  });
});

describe("the vocabulary", () => {
  it("is found by any name, without accents", async () => {
    const { rows } = await answer(vocabulary, "/materials/vocabulary?q=FICELLE", { as: librarian });
    expect(rows.map(({ slug }) => slug)).toEqual(["string"]);
    const before = rows[0]!.packs;
    await makePack(services);
    const again = await answer(vocabulary, "/materials/vocabulary?q=ficelle", { as: librarian });
    expect(again.rows[0]!.packs).toBe(before + 1);
    const none = await answer(vocabulary, "/materials/vocabulary?q=100%25_", { as: librarian });
    expect(none.rows).toEqual([]);
  });
});

describe("editing a material", () => {
  const names = { intent: "names", name: "Cord", unit: "metre", kind: "tool", synonyms: "", fr: "", km: "" };
  const send = (form: Record<string, string>) =>
    answer(editAction, "/materials/cord/edit", { as: librarian, form });

  it("saves its names, one a line, and keeps languages that have no field", async () => {
    expect(await statusOf(send({ ...names, synonyms: " sash line \r\n\r\nlace cord", fr: "cordon" }))).toBe(
      302,
    );
    const [row] = await services.db.select().from(materials).where(eq(materials.slug, "cord"));
    expect(row).toMatchObject({
      synonyms: ["sash line", "lace cord"],
      names: { fr: "cordon", de: "Schnur" },
    });
  });

  it("says at the field what is wrong, and keeps what was typed", async () => {
    expect(await send({ ...names, name: " ", fr: "corde" })).toMatchObject({
      init: { status: 422 },
      data: { errors: { name: "This must not be empty." }, values: { fr: "corde" } },
    });
  });

  it("reads substitutes by any name and says which it does not know", async () => {
    const substitutes = "Card, A4: cut it into strips\ntwine";
    expect(await statusOf(send({ intent: "substitutes", substitutes }))).toBe(302);
    const page = await answer(edit, "/materials/cord/edit", { as: librarian });
    expect(page.substitutes).toBe("Card, A4: cut it into strips\nString");
    expect(await send({ intent: "substitutes", substitutes: "moon dust: rare" })).toMatchObject({
      init: { status: 422 },
      data: { errors: { substitutes: expect.stringContaining("moon dust") } },
    });
    expect(await send({ intent: "substitutes", substitutes: "Cord" })).toMatchObject({
      init: { status: 422 },
      data: { errors: { substitutes: "A material cannot stand for itself." } },
    });
  });
});

describe("merging", () => {
  it("shows what will happen before it does, by the name that was typed as well", async () => {
    const line = { material: "lace", perGroup: 1, unit: "metre" as const, usedIn: [1] };
    const pack = await makePack(services, { title: "Shoes", materials: [line] });
    const asked = await answer(merge, "/materials/lace/merge?q=twine", { as: librarian });
    expect(asked.preview).toMatchObject({
      from: { name: "Lace" },
      into: { slug: "string" },
      packs: [{ slug: pack.slug, title: "Shoes" }],
      morePacks: 0,
      newNames: ["Lace", "sash line", "Schnur"],
    });
    const [before] = await services.db.select().from(materials).where(eq(materials.slug, "lace"));
    expect(before?.mergedInto).toBeNull();
  });

  it("asks again where no other material was meant", async () => {
    for (const query of ["q=nothing", "q=lace", "into=lace", "into=no-such"]) {
      const page = await answer(merge, `/materials/lace/merge?${query}`, { as: librarian });
      expect(page.preview, query).toBeNull();
    }
    expect((await answer(merge, "/materials/lace/merge?q=nothing", { as: librarian })).notFound).toBe(true);
  });

  it("is done by the form, once; the old address leads to what stays", async () => {
    const done = await answer(mergeAction, "/materials/lace/merge", {
      as: librarian,
      form: { into: "string" },
    });
    expect((done as Response).headers.get("Location")).toBe("/materials/vocabulary?merged=1");
    const moved = await answer(edit, "/materials/lace/edit", { as: librarian }).catch((thrown) => thrown);
    expect((moved as Response).headers.get("Location")).toBe("/materials/string/edit");
    const form = { into: "cord" };
    expect(await statusOf(answer(mergeAction, "/materials/lace/merge", { as: librarian, form }))).toBe(409);
  });
});
