import { beforeAll, describe, expect, it } from "vitest";
import { countPacks, newestPacks } from "~/features/packs/index.server";
import { action, loader as packPage } from "~/features/packs/pages/pack.server";
import { loader as catalogue } from "~/features/packs/pages/packs.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { makePack } from "../../factories/packs";
import { makePerson } from "../../factories/people";
import { type House, house } from "../../support/house";
import { ask } from "./ask";

let at: House;
let services: Services;
let librarian: Person;
let member: Person;

beforeAll(async () => {
  at = await house();
  services = at.services;
  librarian = await makePerson(services, { siteRoles: ["librarian"] });
  member = await makePerson(services);
});

const open = async (...rest: [path: string, asking?: Parameters<typeof ask>[3]]) =>
  (await ask(services, packPage, ...rest)).result;

const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (thrown) => (thrown as Response).status,
  );

describe("the page of a pack", () => {
  it("shows a published pack to everybody, with nothing to publish", async () => {
    const { slug } = await makePack(services);
    const page = await open(`/packs/${slug}`);
    expect(page).toMatchObject({ pupils: 28, writtenIn: null, may: { publish: false, unpublish: false } });
    expect(page.address).toBe(`http://localhost:3000/packs/${slug}`);
    expect(page.pack).not.toHaveProperty("createdBy");
  });

  it("takes the number of pupils from the address", async () => {
    const { slug } = await makePack(services);
    expect((await open(`/packs/${slug}?pupils=31`)).pupils).toBe(31);
    expect((await open(`/packs/${slug}?pupils=-1`)).pupils).toBe(28);
  });

  it("names materials in the reader's language and says which other language the pack is in", async () => {
    const { slug } = await makePack(services, { language: "de" });
    const page = await open(`/packs/${slug}`, { locale: "fr" });
    expect(page.writtenIn).toBe("Allemand");
    expect(page.pack.materials.map(({ name }) => name)).toEqual([
      "Papier cartonné",
      "Ficelle",
      "Ventilateur",
    ]);
  });

  it("does not exist while the pack is a draft, but for librarians", async () => {
    const { slug } = await makePack(services, {}, { draft: true });
    expect(await statusOf(open(`/packs/${slug}`))).toBe(404);
    expect(await statusOf(open(`/packs/${slug}`, { as: member }))).toBe(404);
    expect((await open(`/packs/${slug}`, { as: librarian })).may.publish).toBe(true);
    expect(await statusOf(open("/packs/no-such-pack"))).toBe(404);
  });

  it("asks the database as often for a long pack as for a short one", async () => {
    const short = await makePack(services);
    const activity = { title: "Build", summary: "", minutes: 10, steps: ["Build."] };
    const line = { material: "string", perGroup: 1, unit: "metre" as const, usedIn: [1] };
    const long = await makePack(services, {
      activities: Array(12).fill(activity),
      materials: Array(60).fill(line),
    });
    const { statements } = await ask(services, packPage, `/packs/${short.slug}`);
    expect(await ask(services, packPage, `/packs/${long.slug}`)).toHaveProperty("statements", statements);
    expect(statements).toBe(3);
  });

  it("lets librarians publish and take back, and says what is missing", async () => {
    const { slug } = await makePack(services, { why: "" }, { draft: true });
    const post = (path: string, intent: string, as?: Person) =>
      ask(services, action, path, { as, form: { intent } });
    const refused = (await post(`/packs/${slug}`, "publish", librarian)).result;
    expect(refused).toMatchObject({
      init: { status: 422 },
      data: { errors: { "": "Before it can be published, the pack still needs: why it matters." } },
    });
    const whole = await makePack(services, {}, { draft: true });
    const done = (await post(`/packs/${whole.slug}`, "publish", librarian)).result as Response;
    expect(done.headers.get("Location")).toBe(`/packs/${whole.slug}?done=published`);
    expect(await statusOf(post(`/packs/${whole.slug}`, "unpublish", member))).toBe(403);
    expect(await statusOf(post(`/packs/${whole.slug}`, "unpublish"))).toBe(302);
    await post(`/packs/${whole.slug}`, "unpublish", librarian);
    expect(await statusOf(open(`/packs/${whole.slug}`))).toBe(404);
  });
});

describe("the catalogue", () => {
  const browse = async (path: string, asking?: Parameters<typeof ask>[3]) =>
    (await ask(services, catalogue, path, asking)).result;
  const valuesOf = (page: Awaited<ReturnType<typeof browse>>, facet: string) =>
    Object.fromEntries(
      page.view.facets.find(({ name }) => name === facet)!.values.map((v) => [v.label, v.count]),
    );

  beforeAll(async () => {
    await makePack(services, {
      slug: "zeppelins",
      title: "Zeppelins that steer",
      subjects: ["physics", "geography"],
      ageFrom: 9,
      ageTo: 13,
      activities: [{ title: "Fly", summary: "", minutes: 45, steps: ["Fly the quixotron."] }],
      materials: [{ material: "string", perGroup: 2, unit: "metre", usedIn: [1] }],
      licence: "CC0 1.0",
    });
    await makePack(services, { slug: "zeppelin-draft", title: "Zeppelins that hide" }, { draft: true });
    await at.runJobs();
  });

  it("finds published packs only, within one run of the jobs", async () => {
    const page = await browse("/packs?q=zeppelins");
    expect(page.hits.map(({ slug }) => slug)).toEqual(["zeppelins"]);
    expect(page.hits[0]).toMatchObject({
      subject: "physics",
      ageFrom: 9,
      ageTo: 13,
      minutes: 45,
      writtenIn: null,
    });
  });

  it("finds by steps, materials, their other names and their French ones", async () => {
    for (const words of ["quixotron", "zeppelins string", "zeppelins twine", "zeppelins ficelle"]) {
      const page = await browse(`/packs?q=${encodeURIComponent(words)}`);
      expect(page.hits[0]?.slug, words).toBe("zeppelins");
    }
  });

  it("counts a pack in every band of age it overlaps and in its time, by their names", async () => {
    const page = await browse("/packs?q=zeppelins");
    expect(valuesOf(page, "age")).toEqual({ "5 to 7": 0, "7 to 11": 1, "11 to 14": 1, "14 to 18": 0 });
    expect(valuesOf(page, "duration")).toEqual({ "One lesson": 1, "Half a day": 0, "Several lessons": 0 });
    expect(valuesOf(page, "material")).toEqual({ String: 1 });
    expect(valuesOf(page, "licence")).toEqual({ "CC0 1.0": 1 });
  });

  it("keeps every filter in the address, each with a chip that takes it away", async () => {
    const page = await browse("/packs?q=zeppelins&age=11-14&material=string&sort=title", { locale: "fr" });
    expect(page.hits).toHaveLength(1);
    expect(page.view.chips).toEqual([
      { label: "11 à 14 ans", to: "/packs?q=zeppelins&material=string&sort=title" },
      { label: "Ficelle", to: "/packs?q=zeppelins&age=11-14&sort=title" },
    ]);
    expect(page.view.clearHref).toBe("/packs?q=zeppelins&sort=title");
  });

  it("offers the same words without filters where nothing is found", async () => {
    const page = await browse("/packs?q=zeppelins&age=14-18");
    expect(page.hits).toEqual([]);
    expect(page.near).toMatchObject({ kind: "near", rows: [{ slug: "zeppelins" }] });
  });

  it("offers what is new where the words find nothing", async () => {
    const page = await browse("/packs?q=xylophonic");
    expect(page.near?.kind).toBe("new");
    expect(page.near?.rows).toHaveLength(3);
  });

  it("leads from a page that is not there to the last one", async () => {
    expect(await statusOf(browse("/packs?q=zeppelins&page=7"))).toBe(302);
  });

  it("shrugs at an address that makes no sense", async () => {
    const page = await browse(
      "/packs?age=%00&age=never&subject=a:b&sort=drop%20table&page=-4&material=%F0%9F%92%A9",
    );
    expect(page.hits).toEqual([]);
  });

  it("asks the database as often for many packs as for few", async () => {
    const few = await ask(services, catalogue, "/packs?q=model");
    for (let n = 0; n < 12; n++) await makePack(services);
    await at.runJobs();
    const many = await ask(services, catalogue, "/packs?q=model");
    expect(many.result.hits.length).toBeGreaterThan(few.result.hits.length);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(4);
  });

  it("loses a pack that is taken back", async () => {
    const { slug } = await makePack(services, { title: "Gyrocopters" });
    await at.runJobs();
    expect((await browse("/packs?q=gyrocopters")).hits).toHaveLength(1);
    await ask(services, action, `/packs/${slug}`, { as: librarian, form: { intent: "unpublish" } });
    await at.runJobs();
    expect((await browse("/packs?q=gyrocopters")).hits).toEqual([]);
  });
});

describe("what other features ask", () => {
  it("gets the packs that were published last, drafts left out", async () => {
    const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const first = await makePack(services, { subjects: ["biology", "physics"] }, { publishedAt: soon(1) });
    const second = await makePack(services, {}, { publishedAt: soon(2) });
    await makePack(services, {}, { draft: true });
    const cards = await newestPacks(services.db, 2);
    expect(cards.map(({ slug }) => slug)).toEqual([second.slug, first.slug]);
    expect(cards[1]).toMatchObject({ subject: "biology", ageFrom: 11, ageTo: 14, minutes: 110 });
  });

  it("gets how many are published", async () => {
    const before = await countPacks(services.db);
    await makePack(services);
    await makePack(services, {}, { draft: true });
    expect(await countPacks(services.db)).toBe(before + 1);
  });
});
