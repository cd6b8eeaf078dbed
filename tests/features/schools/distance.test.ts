import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm } from "~/features/schools/distance";
import { fromBritishGrid } from "~/features/schools/register/british-grid";

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const HALF_ROUND = Math.PI * 6371.0088;

describe("distance", () => {
  it("is what is published", () => {
    // Nashville to Los Angeles, 2887.26 km with a radius of 6372.8 km: the example of rosettacode.org/wiki/Haversine_formula.
    const km = distanceKm({ latitude: 36.12, longitude: -86.67 }, { latitude: 33.94, longitude: -118.4 });
    expect(km).toBeCloseTo((2887.2599506 * 6371.0088) / 6372.8, 4);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      HALF_ROUND,
      6,
    );
    expect(distanceKm({ latitude: 90, longitude: 7 }, { latitude: -90, longitude: -60 })).toBeCloseTo(
      HALF_ROUND,
      6,
    );
  });

  it("is nothing to oneself, the same both ways, and never more than half round the Earth", () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(HALF_ROUND + 1e-6);
      }),
    );
  });

  // Between antipodes rounding costs about a centimetre.
  it("is never longer than a way round", () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 0.001);
      }),
    );
  });
});

describe("the British National Grid", () => {
  // The worked example of the Ordnance Survey's guide, a point near Caister; its position in ETRS89 by the exact method.
  it("gives the position within a few metres", () => {
    const found = fromBritishGrid(651_409.903, 313_177.27);
    const exact = { latitude: 52.658_007, longitude: 1.716_074 };
    expect(distanceKm(found, exact)).toBeLessThan(0.01);
  });

  it("knows the other corner of the country", () => {
    // Land's End, SW 342 250.
    expect(
      distanceKm(fromBritishGrid(134_200, 25_000), { latitude: 50.0657, longitude: -5.7132 }),
    ).toBeLessThan(1);
  });
});
