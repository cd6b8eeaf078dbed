import { beforeAll, describe, expect, it } from "vitest";
import { action, loader } from "~/features/packs/cupboard/pages/materials.server";
import { loader as suggestLoader } from "~/features/packs/cupboard/pages/suggest-materials.server";
import { mergeMaterials, saveMaterials } from "~/features/packs/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { makePack, someMaterials } from "../../factories/packs";
import { house } from "../../support/house";
import { ask } from "./ask";

let services: Services;

beforeAll(async () => {
  ({ services } = await house());
  const thing = (slug: string, name: string, more = {}) => ({
    slug,
    name,
    unit: "piece" as const,
    kind: "consumable" as const,
    synonyms: [],
    ...more,
  });
  await saveMaterials(services, system, [
    ...someMaterials,
    thing("foam-board", "Foam board", {
      names: { fr: "carton plume" },
      substitutes: [{ material: "card-a4", note: "cut it double" }, { material: "cork-sheet" }],
    }),
    thing("cork-sheet", "Cork sheet"),
    thing("wooden-rod", "Wooden rod", { substitutes: [{ material: "reed" }] }),
    thing("reed", "Reed"),
    thing("twine", "Twine"),
  ]);
  const line = (material: string, ...usedIn: number[]) => ({
    material,
    perGroup: 1,
    unit: "piece" as const,
    usedIn,
  });
  await makePack(services, {
    slug: "kites",
    title: "Kites",
    materials: [line("string", 1, 2), line("foam-board", 1), line("wooden-rod", 2)],
  });
  await makePack(
    services,
    { slug: "hidden", title: "Hidden", materials: [line("string", 1)] },
    { draft: true },
  );
});

type Asking = Parameters<typeof ask>[3];
const open = async (query: string, asking?: Asking) =>
  (await ask(services, loader, `/materials${query}`, asking)).result;

/** Where a request is sent on to. */
async function ledTo(asked: Promise<unknown>): Promise<string | null> {
  const answer = await asked.then(
    (given) => given,
    (thrown) => thrown,
  );
  return answer instanceof Response ? answer.headers.get("Location") : null;
}
const post = async (form: Record<string, string>) =>
  ledTo(ask(services, action, "/materials", { form }).then(({ result }) => result));

describe("the page", () => {
  it("offers what packs use, with how many, and nothing to build while nothing is ticked", async () => {
    const page = await open("");
    expect(page.found).toEqual([]);
    expect(page.boxes.map(({ slug, packs, checked }) => [slug, packs, checked])).toEqual([
      ["foam-board", 1, false],
      ["string", 1, false],
      ["wooden-rod", 1, false],
    ]);
    expect(page.may.editMaterials).toBe(false);
  });

  it("names what is missing, and what in the cupboard does its work", async () => {
    const { found, total } = await open("?have=card-a4.string");
    expect(total).toBe(3);
    expect(found[0]).toMatchObject({
      slug: "kites",
      activity: { position: 1, title: "Build" },
      minutes: 50,
      have: 1,
      missing: [],
      substituted: [
        {
          slug: "foam-board",
          substitutes: [
            { slug: "card-a4", note: "cut it double", here: true },
            { slug: "cork-sheet", note: null, here: false },
          ],
        },
      ],
    });
    expect(found[1]).toMatchObject({ activity: { position: 2 }, minutes: 60 });
    expect(found[2]).toMatchObject({
      activity: null,
      minutes: 110,
      missing: [{ slug: "wooden-rod", substitutes: [{ slug: "reed", here: false }] }],
    });
  });

  it("names things in the reader's language", async () => {
    const { found, boxes } = await open("?have=string", { locale: "fr" });
    expect(boxes.find(({ slug }) => slug === "string")?.name).toBe("Ficelle");
    expect(JSON.stringify(found)).toContain("Carton plume");
  });

  it("moves what a list names into the address and keeps what it does not know", async () => {
    expect(
      await ledTo(open(`?have=reed&list=${encodeURIComponent("- 2 m ficelle\n- flux capacitor")}`)),
    ).toBe("/materials?have=reed.string&list=flux+capacitor");
    const page = await open("?have=reed.string&list=flux+capacitor%0Afoam+bord");
    expect(page.unclear).toEqual([
      { text: "flux capacitor", choices: [] },
      { text: "foam bord", choices: [{ slug: "foam-board", name: "Foam board" }] },
    ]);
  });

  it("reads ticked boxes and a list that is posted, and leads to the address that says the same", async () => {
    expect(await post({ material: "reed", list: "string, card", show: "packs" })).toBe(
      "/materials?have=card-a4.reed.string&show=packs",
    );
    expect(await post({})).toBe("/materials");
  });

  it("leads the boxes of a form without scripts to the same short address", async () => {
    expect(await ledTo(open("?material=string&material=reed"))).toBeNull();
    expect((await open("?material=string&material=reed")).address.materials).toEqual(["reed", "string"]);
  });

  it("says so where a list is longer than a link can hold", async () => {
    const lines = Array.from({ length: 300 }, (_, n) => `unknowable thing ${n}`).join("\n");
    const to = await post({ list: `${lines}\nstring` });
    expect(to?.length).toBeLessThan(2_048);
    expect(to).toContain("have=string");
    expect(to).toContain("cut=1");
    expect((await open(to!.slice("/materials".length))).address.cut).toBe(true);
  });

  it("keeps old slugs working", async () => {
    await mergeMaterials(services, system, { from: "twine", into: "string" });
    expect(await ledTo(open("?have=twine"))).toBe("/materials?have=string");
  });

  it("leads from a page beyond the last to the first", async () => {
    expect(await ledTo(open("?have=string&page=9"))).toBe("/materials?have=string");
  });

  it("shrugs at an address that makes no sense", async () => {
    const nonsense = "?have=..%00.A.ü.no-such&material=%F0%9F%92%A9&page=-1&show=drop&list=%00%00";
    expect(await ledTo(open(nonsense))).toBe("/materials");
    expect((await open("?page=x&show=x&cut=x")).address).toEqual({
      materials: [],
      list: "",
      kind: "all",
      page: 1,
      cut: false,
    });
  });

  it("asks the database as often for many answers as for few", async () => {
    const few = await ask(services, loader, "/materials?have=string&list=nothing");
    for (let n = 0; n < 12; n++) await makePack(services);
    const many = await ask(services, loader, "/materials?have=string&list=nothing");
    expect(many.result.found.length).toBeGreaterThan(few.result.found.length);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(9);
  });
});

describe("suggestions", () => {
  const suggest = async (typed: string, asking?: Asking) => {
    const path = `/materials/suggest?q=${encodeURIComponent(typed)}`;
    const { result } = await ask(services, suggestLoader, path, asking);
    return ((await result.json()) as { items: { id: string; label: string; detail?: string }[] }).items;
  };

  it("come by any name, and say which one matched", async () => {
    expect(await suggest("foam")).toEqual([{ id: "foam-board", label: "Foam board" }]);
    expect(await suggest("board")).toEqual([{ id: "foam-board", label: "Foam board" }]);
    expect(await suggest("fic")).toEqual([{ id: "string", label: "String", detail: "ficelle" }]);
    expect(await suggest("fic", { locale: "fr" })).toMatchObject([{ id: "string", label: "Ficelle" }]);
  });

  it("forgive a slip, and leave out what was merged away", async () => {
    expect((await suggest("foam bord"))[0]).toMatchObject({ id: "foam-board" });
    expect((await suggest("twine"))[0]).toMatchObject({ id: "string", detail: "twine" });
    expect(await suggest("x")).toEqual([]);
  });
});
