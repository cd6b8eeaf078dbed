import { describe, expect, it } from "vitest";
import { areaMap, countryMap, importSchools, placeOnMap } from "~/features/schools/index.server";
import { system } from "~/platform/services/actor";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";

const nottingham = { latitude: 52.9536, longitude: -1.15047 };

async function* registerOf(count: number) {
  yield Buffer.from("urn,name,lat,lon\n");
  for (let at = 0; at < count; at++) {
    yield Buffer.from(
      `${at},School ${at},${(52 + (at % 30) / 10).toFixed(2)},${(4 + (at % 7) / 2).toFixed(2)}\n`,
    );
  }
}

describe("the map of a country", () => {
  it("is its land where nothing is known", async () => {
    const { services } = await house();
    const map = await countryMap(services.db, "KH");
    expect(map.squares).toEqual([]);
    expect(map.land.length).toBeGreaterThan(500);
    expect(map).toMatchObject({ columns: 36, rows: 30 });
    const phnomPenh = placeOnMap(map, 11.56245, 104.91601)!;
    const under = { column: Math.floor(phnomPenh.column), row: Math.floor(phnomPenh.row) };
    expect(map.land).toContainEqual(under);
  });

  it("shows the few schools known on top of the land", async () => {
    const { services, runJobs } = await house();
    await makeSchool(services, { position: nottingham });
    await runJobs();
    const map = await countryMap(services.db, "GB");
    expect(map.land.length).toBeGreaterThan(1_000);
    const place = placeOnMap(map, nottingham.latitude, nottingham.longitude)!;
    expect(map.squares).toEqual([
      { column: Math.floor(place.column), row: Math.floor(place.row), weight: 2 },
    ]);
  });

  it("is drawn by the schools once a register is there, and reaches what it must", async () => {
    const { services, runJobs } = await house();
    expect((await countryMap(services.db, "NL")).land.length).toBeGreaterThan(100);
    await importSchools(services, system, { stream: registerOf(1_200), country: "NL" });
    await runJobs();
    const map = await countryMap(services.db, "NL");
    expect(map.land).toEqual([]);
    expect(map.squares.length).toBeGreaterThan(50);
    for (const { column, row } of map.squares) {
      expect(column >= 0 && column < map.columns && row >= 0 && row < map.rows).toBe(true);
    }
    const maastricht = { latitude: 50.85, longitude: 5.69 };
    expect(placeOnMap(map, maastricht.latitude, maastricht.longitude)).toBeNull();
    const wider = await countryMap(services.db, "NL", { including: [maastricht] });
    expect(placeOnMap(wider, maastricht.latitude, maastricht.longitude)).not.toBeNull();
    expect(wider.squares).toHaveLength(map.squares.length);
    // An island an ocean away does not stretch it.
    const bonaire = { latitude: 12.15, longitude: -68.27 };
    expect(await countryMap(services.db, "NL", { including: [bonaire] })).toEqual(map);
  });

  it("is there for a country whose land nobody drew", async () => {
    const { services, runJobs } = await house();
    expect(await countryMap(services.db, "JP")).toMatchObject({ squares: [], land: [] });
    await makeSchool(services, {
      country: "JP",
      town: "Tokyo",
      position: { latitude: 35.68, longitude: 139.69 },
    });
    await makeSchool(services, {
      country: "JP",
      town: "Osaka",
      position: { latitude: 34.69, longitude: 135.5 },
    });
    await runJobs();
    const map = await countryMap(services.db, "JP");
    expect(map.squares).toHaveLength(2);
    expect(placeOnMap(map, 35.68, 139.69)).not.toBeNull();
  });
});

describe("the map of an area", () => {
  it("shows its surroundings in finer squares, the middle in the middle", async () => {
    const { services, runJobs } = await house();
    const place = { latitude: 54.97, longitude: -1.61 };
    await makeSchool(services, { town: "Newcastle upon Tyne", position: place });
    await makeSchool(services, { town: "Penzance", position: { latitude: 50.12, longitude: -5.53 } });
    await runJobs();
    const map = await areaMap(services.db, { country: "GB", ...place, km: 30 });
    expect(map.columns).toBe(map.rows);
    expect(map.columns).toBe(Math.ceil(60 / 111.195 / 0.036));
    const middle = placeOnMap(map, place.latitude, place.longitude)!;
    expect(Math.abs(middle.column - map.columns / 2)).toBeLessThan(1.5);
    expect(map.squares).toEqual([
      { column: Math.floor(middle.column), row: Math.floor(middle.row), weight: 2 },
    ]);
    expect(map.land.length).toBeGreaterThan(50);
  });

  it("is bounded however far is asked for", async () => {
    const { services } = await house();
    const map = await areaMap(services.db, { country: "GB", ...nottingham, km: 1e9 });
    expect(map.columns).toBeLessThan(120);
  });
});
