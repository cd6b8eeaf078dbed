import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { findNetworks } from "~/features/networks/find-networks.server";
import { changeSettings } from "~/features/networks/operations/change-settings.server";
import { loader as networkPage } from "~/features/networks/pages/network.server";
import { loader as networksPage } from "~/features/networks/pages/networks.server";
import { setTerritory } from "~/features/networks/territory/operations/set-territory.server";
import { action, loader } from "~/features/networks/territory/pages/territory.server";
import { importSchools, loadPlaces } from "~/features/schools/index.server";
import { NotAllowed } from "~/platform/errors/errors";
import { type Person, system, visitor } from "~/platform/services/actor";
import { auditEntries, networks, schools, territories, territorySchools } from "~db/schema";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services, runJobs } = await house();
const { db } = services;

/** Invented schools along one line of latitude, a tenth of a degree (6.7 km) apart, in two local authorities. */
const register = [
  "urn,name,town,postcode,lat,lon,la",
  ...Array.from({ length: 10 }, (_, index) => {
    const authority = index < 5 ? "Westmere" : "Eastmere";
    return `90${index},Line School ${index},Meretown,ZZ${index} 1AA,53.0,${(-2 + index / 10).toFixed(1)},${authority}`;
  }),
].join("\n");

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

beforeAll(async () => {
  await importSchools(services, system, { stream: bytes(register) });
  await loadPlaces(services, system, { country: "GB" });
}, 60_000);

async function ledAt(longitude: number) {
  const at = { latitude: 53, longitude, region: "Mereland" };
  const { id, slug } = await makeNetwork(services, { at });
  return { id, slug, lead: await makeCoordinator(services, slug) };
}

const versionOf = async (slug: string) =>
  (await db.select({ version: networks.version }).from(networks).where(eq(networks.slug, slug)))[0]!.version;

async function send(slug: string, as: Person, form: Record<string, string>) {
  const version = String(await versionOf(slug));
  const asking = { as, params: { slug }, form: { version, radiusKm: "", corners: "", ...form } };
  return (await ask(services, action, `/networks/${slug}/coordinate/territory`, asking)).result;
}

const insideOf = async (networkId: string) =>
  (
    await db
      .select({ name: schools.name })
      .from(territorySchools)
      .innerJoin(schools, eq(schools.id, territorySchools.schoolId))
      .where(eq(territorySchools.networkId, networkId))
      .orderBy(schools.name)
  ).map(({ name }) => name.replace("Line School ", ""));

const near = { place: "", country: "", page: 1 };

describe("setting a territory", () => {
  it("by kilometres, authorities or a border settles which schools lie in it", async () => {
    const { id, slug, lead } = await ledAt(-2);
    expect(await send(slug, lead, { kind: "radius", radiusKm: "15" })).toMatchObject({ status: 302 });
    expect(await insideOf(id)).toEqual(["0", "1", "2"]);
    await send(slug, lead, { kind: "authorities", "authority:Eastmere": "yes" });
    expect(await insideOf(id)).toEqual(["5", "6", "7", "8", "9"]);
    await send(slug, lead, { kind: "border", corners: "52.9, -1.85\n53.1, -1.85\n53.1 -1.55\n\n52.9;-1.55" });
    expect(await insideOf(id)).toEqual(["2", "3", "4"]);
    await send(slug, lead, { kind: "none" });
    expect(await db.select().from(territories).where(eq(territories.networkId, id))).toEqual([]);
    expect(await insideOf(id)).toEqual([]);
    const written = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    const kinds = written.filter(({ act }) => act === "territory changed").map(({ details }) => details);
    expect(kinds.map((details) => (details as { kind: string }).kind).sort()).toEqual(
      ["authorities", "border", "none", "radius"].sort(),
    );
  });

  it("takes GeoJSON, and names of towns, of which the nearest is meant", async () => {
    const { id, slug, lead } = await ledAt(-2);
    const ring = [
      [-2.05, 52.9],
      [-1.95, 52.9],
      [-1.95, 53.1],
      [-2.05, 53.1],
      [-2.05, 52.9],
    ];
    const shape = { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
    await send(slug, lead, { kind: "border", corners: JSON.stringify(shape) });
    expect(await insideOf(id)).toEqual(["0"]);
    // Stoke-on-Trent, Derby and Buxton lie around 53.0, -1.9 and leave out what is west and east of them.
    expect(
      await send(slug, lead, { kind: "border", corners: "Stoke-on-Trent\nDerby\nBuxton" }),
    ).toMatchObject({
      status: 302,
    });
    const inside = await insideOf(id);
    expect(inside).toContain("1");
    expect(inside).not.toContain("7");
    const { result } = await ask(services, loader, `/networks/${slug}/coordinate/territory`, {
      ...{ as: lead, params: { slug } },
    });
    expect(result).toMatchObject({ kind: "border", corners: "Stoke-on-Trent\nDerby\nBuxton" });
  });

  it.each([
    ["two corners", "53,-2\n53,-1.9", "at least three"],
    ["a corner off the Earth", "53,-2\n53,-1.9\n95,-1.9", "Line 3"],
    ["a town nobody knows", "53,-2\nXyzzyqq\n53.1,-1.9", "Line 2: we know no place called “Xyzzyqq”"],
    ["a border that crosses itself", "0,0\n1,1\n1,0\n0,1", "crosses"],
    ["corners on a line", "53,-2\n53,-1.9\n53,-1.8", "enclose nothing"],
    ["half the Earth", "0,0\n0,60\n40,60", "larger than any region"],
    ["a broken polygon", '{"type":"Polygon"', "GeoJSON"],
  ])("says what is wrong with %s, and keeps it", async (_, corners, told) => {
    const { slug, lead } = await ledAt(-2);
    expect(await send(slug, lead, { kind: "border", corners })).toMatchObject({
      init: { status: 422 },
      data: { errors: { corners: expect.stringContaining(told) }, values: { corners, kind: "border" } },
    });
  });

  it("is for who coordinates this network, and authorities have to be known", async () => {
    const [here, there] = [await ledAt(-2), await ledAt(-2)];
    const member = await makeMember(services, here.slug);
    const input = { kind: "radius", radiusKm: 10, version: 1 } as const;
    for (const actor of [visitor, member, there.lead]) {
      await expect(setTerritory(services, actor, { slug: here.slug, ...input })).rejects.toThrow(NotAllowed);
    }
    expect(
      await send(here.slug, here.lead, { kind: "authorities", "authority:Atlantis": "yes" }),
    ).toMatchObject({
      data: { errors: { authorities: expect.stringContaining("Atlantis") } },
    });
  });

  it("of two who save at once, one is told, and saving again replaces knowingly", async () => {
    const { id, slug, lead } = await ledAt(-2);
    const deputy = await makeCoordinator(services, slug, { duty: "deputy" });
    const [row] = await db.select().from(networks).where(eq(networks.id, id));
    const { version, name, summary, description, joinPolicy, state } = row!;
    await changeSettings(services, deputy, {
      ...{ slug, version, name, summary, description, joinPolicy, state },
      welcome: "Tea from four.",
    });
    const form = { kind: "radius", radiusKm: "15" };
    const late = await send(slug, lead, { ...form, version: String(version) });
    expect(late).toMatchObject({
      init: { status: 409 },
      data: { values: { ...form, version: String(version + 1) } },
    });
    const { values } = (late as { data: { values: Record<string, string> } }).data;
    expect(await send(slug, lead, values)).toMatchObject({ status: 302 });
  });
});

describe("overlapping territories", () => {
  it("are allowed, shown on both, and found from the places they hold", async () => {
    const [west, east] = [await ledAt(-2), await ledAt(-1.1)];
    await send(west.slug, west.lead, { kind: "radius", radiusKm: "38" });
    await send(east.slug, east.lead, { kind: "authorities", "authority:Eastmere": "yes" });
    expect(await insideOf(west.id)).toEqual(["0", "1", "2", "3", "4", "5"]);
    const { result } = await ask(services, networkPage, `/networks/${west.slug}`, {
      params: { slug: west.slug },
    });
    expect(result).toMatchObject({ ground: { schools: 6 } });
    const { overlaps } = (result as { ground: { overlaps: { slug: string; schools: number }[] } }).ground;
    expect(overlaps).toContainEqual(expect.objectContaining({ slug: east.slug, schools: 1 }));

    // School 5 lies in both, and nearer to the western network's place by nothing: both come before all nearer ones.
    const between = await makeNetwork(services, { at: { latitude: 53, longitude: -1.5, region: "" } });
    const found = await findNetworks(db, visitor, { ...near, near: "ZZ5 1AA" });
    const firstTwo = found.rows.filter(({ network }) => [west.id, east.id].includes(network.id));
    expect(firstTwo.map(({ covers }) => covers)).toEqual([true, true]);
    const orderOf = (id: string) => found.rows.findIndex(({ network }) => network.id === id);
    expect(orderOf(between.id)).toBeGreaterThan(Math.max(orderOf(west.id), orderOf(east.id)));
    const { result: page } = await ask(services, networksPage, "/networks?near=ZZ5+1AA");
    expect((page as { covering: number }).covering).toBeGreaterThanOrEqual(2);
  });

  it("follow the schools: one that closes leaves, one that comes is in", async () => {
    const { id, slug, lead } = await ledAt(-2);
    await send(slug, lead, { kind: "radius", radiusKm: "2" });
    expect(await insideOf(id)).toEqual(["0"]);
    const later = `${register.split("\n")[0]},closedate\n900,Line School 0,Meretown,ZZ0 1AA,53.0,-2.0,Westmere,2020-07-31\n99,Line School new,Meretown,ZZ0 1AB,53.001,-2.0,Westmere,`;
    await importSchools(services, system, { stream: bytes(later) });
    await runJobs();
    expect(await insideOf(id)).toEqual(["new"]);
  });
});
