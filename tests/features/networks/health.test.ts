import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { healthOf } from "~/features/networks/health/figures.server";
import { lastQuarters } from "~/features/networks/health/quarters";
import { setTerritory } from "~/features/networks/index.server";
import { loader as healthPage } from "~/features/networks/pages/health.server";
import { loader as csvPage } from "~/features/networks/pages/health-csv.server";
import { type Person, system } from "~/platform/services/actor";
import { memberships, networks, schoolStays, schools, seenQuarters, territorySchools } from "~db/schema";
import { dayFromNow, makeCoordinator, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();
const { db } = services;

const today = dayFromNow(0);
const quarters = lastQuarters(today);
const DAY_MS = 86_400_000;
const place = { latitude: 57.15, longitude: -2.11 };

type Member = { person: Person; school: string; joinedAt: Date; leftAt: Date | null };

let network: { id: string; slug: string };
let lead: Person;
const history: Member[] = [];

/** The same dice for everybody who looks at a failure. */
let state = 7;
const throwDice = (sides: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * sides);
};

beforeAll(async () => {
  network = await makeNetwork(services, {
    name: "=1+1 of the coast",
    slug: `coast-${Date.now()}`,
    at: { ...place, region: "Grampian" },
  });
  lead = await makeCoordinator(services, network.slug);
  const schoolIds: string[] = [];
  for (let n = 0; n < 12; n++) {
    const id = await makeSchool(services, { position: { ...place, latitude: place.latitude + n * 0.005 } });
    schoolIds.push(id);
    await db
      .update(schools)
      .set({ disadvantageDecile: n < 4 ? 2 : n < 10 ? 7 : null })
      .where(eq(schools.id, id));
  }
  const far = await makeSchool(services, {
    position: { latitude: place.latitude + 0.4, longitude: place.longitude },
  });
  await db.update(schools).set({ disadvantageDecile: 1 }).where(eq(schools.id, far));
  for (let n = 0; n < 40; n++) {
    const school = schoolIds[throwDice(schoolIds.length)]!;
    const person = await makePerson(services, { schoolId: school });
    const joinedAt = new Date(Date.now() - (throwDice(700) + 1) * DAY_MS);
    const left = joinedAt.getTime() + throwDice(500) * DAY_MS;
    const leftAt = throwDice(2) === 0 && left < Date.now() ? new Date(left) : null;
    await db.insert(memberships).values({ networkId: network.id, personId: person.id, joinedAt, leftAt });
    await db
      .update(schoolStays)
      .set({ startedAt: new Date(0) })
      .where(eq(schoolStays.personId, person.id));
    history.push({ person, school, joinedAt, leftAt });
  }
});

const isMemberAt = ({ joinedAt, leftAt }: Pick<Member, "joinedAt" | "leftAt">, moment: Date) =>
  joinedAt < moment && (leftAt === null || leftAt >= moment);

describe("the picture of a network", () => {
  it("says for each quarter what its history says", async () => {
    const { quarters: found } = await healthOf(db, { ...place, id: network.id }, today);
    expect(found.map(({ start }) => start)).toEqual(quarters.map(({ start }) => start));
    const all = [...history, { joinedAt: new Date(), leftAt: null, school: null }];
    for (const quarter of found) {
      const [since, until] = [new Date(quarter.start), new Date(quarter.end)];
      const within = (moment: Date | null) => moment !== null && moment >= since && moment < until;
      const members = all.filter((member) => isMemberAt(member, until));
      expect(quarter).toMatchObject({
        members: members.length,
        joined: all.filter(({ joinedAt }) => within(joinedAt)).length,
        left: all.filter(({ leftAt }) => within(leftAt)).length,
        schools: new Set(members.flatMap(({ school }) => school ?? [])).size,
      });
    }
    found.slice(1).forEach((quarter, at) => {
      expect(quarter.members).toBe(found[at]!.members + quarter.joined - quarter.left);
    });
  });

  it("counts who was here in the present quarter, and has no figure from before the record", async () => {
    const { quarters: found } = await healthOf(db, { ...place, id: network.id }, today);
    const present = found.at(-1)!;
    expect(present.active).toBe(present.members);
    expect(found[0]!.active).toBeNull();
    const [gone] = history.filter(({ leftAt }) => leftAt === null);
    await db.delete(seenQuarters).where(eq(seenQuarters.personId, gone!.person.id));
    const later = await healthOf(db, { ...place, id: network.id }, today);
    expect(later.quarters.at(-1)!.active).toBe(present.members - 1);
  });

  it("sets the reach beside that of the open schools within thirty kilometres, by hand", async () => {
    const { area } = await healthOf(db, { ...place, id: network.id }, today);
    expect(area).toEqual({ share: 0.4, withoutFigure: 2 });
    const nowhere = await healthOf(db, { latitude: 10, longitude: 179.9, id: network.id }, today);
    expect(nowhere.area).toEqual({ share: null, withoutFigure: 0 });
  });

  it("is a page and a file for coordinators, and the file runs nothing", async () => {
    const path = `/networks/${network.slug}/coordinate/health`;
    const page = await ask(services, healthPage, path, { as: lead });
    expect(page.result.quarters).toHaveLength(8);
    expect(page.statements).toBeLessThanOrEqual(7);
    const { result } = await ask(services, csvPage, `${path}.csv`, { as: lead });
    expect(result.headers.get("Content-Type")).toContain("text/csv");
    const lines = (await result.text()).trim().split("\r\n");
    expect(lines).toHaveLength(9);
    expect(lines[1]).toMatch(/^"'=1\+1 of the coast",/);
    const stranger = await makePerson(services);
    for (const handler of [healthPage, csvPage])
      await expect(ask(services, handler as typeof csvPage, path, { as: stranger })).rejects.toMatchObject({
        status: 403,
      });
  });

  it("takes the territory for the area, where the network has set one", async () => {
    const [row] = await db.select().from(networks).where(eq(networks.id, network.id));
    const input = { slug: row!.slug, version: row!.version, kind: "radius", radiusKm: 1 } as const;
    await setTerritory(services, system, input);
    const inside = await db.$count(territorySchools, eq(territorySchools.networkId, network.id));
    const { area, ofTerritory } = await healthOf(db, { ...place, id: network.id }, today);
    expect(ofTerritory).toBe(true);
    expect(inside).toBeLessThan(5);
    // Too few to say: the ground is smaller than thirty kilometres around.
    expect(area.share).toBeNull();
    const again = { slug: row!.slug, version: row!.version + 1, kind: "none" } as const;
    await setTerritory(services, system, again);
    expect((await healthOf(db, { ...place, id: network.id }, today)).area.share).toBe(0.4);
  });

  it("leaves closed schools out of the area", async () => {
    const [{ id }] = (await db
      .select({ id: schools.id })
      .from(schools)
      .where(sql`${schools.disadvantageDecile} = 2 and ${schools.latitude} > 57`)
      .limit(1)) as [{ id: string }];
    await db.update(schools).set({ closedOn: today }).where(eq(schools.id, id));
    const { area } = await healthOf(db, { ...place, id: network.id }, today);
    expect(area.share).toBeCloseTo(3 / 9);
    await db.update(networks).set({ state: "active" }).where(eq(networks.id, network.id));
  });
});
