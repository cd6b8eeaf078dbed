import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm } from "~/features/schools/distance";
import {
  frameOf,
  fromGrid,
  type MapFrame,
  placeOnMap,
  squareAt,
  steps,
  toGrid,
  withinFrame,
} from "~/features/schools/map";
import { decodeLand, degreeWidthOf, encodeLand, knownCountries, landOf } from "~db/seeds/land/land";
import { house } from "../../support/house";

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const position = fc.record({ latitude, longitude });
const grid = fc.record({
  step: fc.constantFrom(steps.country, steps.area),
  degreeWidth: fc.double({ min: 0.1, max: 1, noNaN: true }),
});

describe("squared paper over a country", () => {
  it("leads back to where it came from", () => {
    fc.assert(
      fc.property(grid, position, (paper, place) => {
        const back = fromGrid(paper, toGrid(paper, place));
        expect(back.latitude).toBeCloseTo(place.latitude, 8);
        expect(back.longitude).toBeCloseTo(place.longitude, 8);
      }),
    );
  });

  it("runs eastwards and southwards", () => {
    fc.assert(
      fc.property(grid, position, position, (paper, a, b) => {
        const [first, second] = [toGrid(paper, a), toGrid(paper, b)];
        if (a.longitude < b.longitude) expect(first.column).toBeLessThanOrEqual(second.column);
        if (a.latitude < b.latitude) expect(first.row).toBeGreaterThanOrEqual(second.row);
      }),
    );
  });

  it("divides a country square into four by four area squares", () => {
    fc.assert(
      fc.property(position, fc.double({ min: 0.1, max: 1, noNaN: true }), (place, degreeWidth) => {
        const [coarse, fine] = [
          squareAt(degreeWidth, place, "country"),
          squareAt(degreeWidth, place, "area"),
        ];
        expect(coarse).toEqual({ column: Math.floor(fine.column / 4), row: Math.floor(fine.row / 4) });
      }),
    );
  });

  it("has squares that are about square on the ground, in every country with a map", () => {
    for (const country of knownCountries().filter((code) => landOf(code).length > 0)) {
      const paper = { step: steps.country, degreeWidth: degreeWidthOf(country) };
      const frame = frameOf(paper, landOf(country))!;
      const middle = { column: frame.left + frame.columns / 2, row: frame.top + frame.rows / 2 };
      const width = distanceKm(
        fromGrid(paper, middle),
        fromGrid(paper, { ...middle, column: middle.column + 1 }),
      );
      const height = distanceKm(fromGrid(paper, middle), fromGrid(paper, { ...middle, row: middle.row + 1 }));
      expect(width / height, country).toBeGreaterThan(0.9);
      expect(width / height, country).toBeLessThan(1.1);
    }
  });
});

describe("a place on a drawn map", () => {
  const map: MapFrame = { step: 1, degreeWidth: 1, left: 170, top: 30, columns: 20, rows: 10 };

  it("is told in squares from the top left corner", () => {
    expect(placeOnMap(map, 60, -10)).toEqual({ column: 0, row: 0 });
    expect(placeOnMap(map, 57.5, -4)).toEqual({ column: 6, row: 2.5 });
  });

  it("is null outside", () => {
    expect(placeOnMap(map, 61, 0)).toBeNull();
    expect(placeOnMap(map, 49, 0)).toBeNull();
    expect(placeOnMap(map, 55, -11)).toBeNull();
    expect(placeOnMap(map, 55, 11)).toBeNull();
  });

  it("lies in the square that the frame gives its position", () => {
    fc.assert(
      fc.property(position, (place) => {
        const square = squareAt(0.5678, place, "country");
        const frame = frameOf({ step: steps.country, degreeWidth: 0.5678 }, [
          square,
          { column: square.column + 5, row: square.row + 5 },
        ])!;
        expect(withinFrame(frame, [square])).toEqual([{ column: 0, row: 0 }]);
        const placed = placeOnMap(frame, place.latitude, place.longitude)!;
        expect(Math.abs(placed.column - 0.5)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(Math.abs(placed.row - 0.5)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it("has no frame without squares", () => {
    expect(frameOf({ step: 1, degreeWidth: 1 }, [])).toBeNull();
  });
});

describe("land", () => {
  it("comes back as it was encoded", () => {
    const square = fc.record({ column: fc.nat(900), row: fc.nat(400) });
    fc.assert(
      fc.property(fc.uniqueArray(square, { selector: ({ column, row }) => `${column} ${row}` }), (land) => {
        const sorted = [...land].sort((a, b) => a.row - b.row || a.column - b.column);
        expect(decodeLand(encodeLand(land))).toEqual(sorted);
      }),
    );
  });

  it("is where it should be", () => {
    const isLand = (country: string, latitude: number, longitude: number) => {
      const { column, row } = squareAt(degreeWidthOf(country), { latitude, longitude }, "country");
      return landOf(country).some((square) => square.column === column && square.row === row);
    };
    expect(isLand("GB", 52.95, -1.15)).toBe(true);
    expect(isLand("GB", 54.6, -6.6)).toBe(true);
    // The rest of Ireland is drawn with the island's north.
    expect(isLand("GB", 53.3, -7.5)).toBe(true);
    expect(isLand("GB", 54.2, 1)).toBe(false);
    expect(isLand("KH", 12, 105)).toBe(true);
    expect(isLand("FR", 46.5, 2.5)).toBe(true);
    for (const country of [
      "GB",
      "KH",
      "FR",
      "DE",
      "IE",
      "PT",
      "NL",
      "BE",
      "ES",
      "IT",
      "PL",
      "SE",
      "FI",
      "GR",
    ]) {
      expect(landOf(country).length, country).toBeGreaterThan(100);
    }
    expect(landOf("ZZ")).toEqual([]);
    expect(landOf("constructor")).toEqual([]);
  });
});

describe("the database", () => {
  it("lays the same paper as this code, to the last square", async () => {
    const { services } = await house();
    const widths = await services.db.execute<{ code: string; width: number }>(
      sql`select code, degree_width(code) as width from unnest(${sql.param([...knownCountries(), "ZZ"])}::text[]) as code`,
    );
    for (const { code, width } of widths.rows) expect(width, code).toBe(degreeWidthOf(code));

    const places = fc.sample(position, 500);
    const squares = await services.db.execute<{ column: number; row: number }>(sql`
      select floor((longitude + 180) * degree_width('GB') / 0.036::double precision)::integer as "column",
        floor((90 - latitude) / 0.036::double precision)::integer as "row"
      from unnest(${sql.param(places.map((place) => place.latitude))}::float8[],
        ${sql.param(places.map((place) => place.longitude))}::float8[]) with ordinality as place (latitude, longitude, at)
      order by at`);
    expect(squares.rows).toEqual(places.map((place) => squareAt(degreeWidthOf("GB"), place, "area")));
  });
});
