import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, crossingOf, degreesWithin } from "~/features/networks/territory/covering.server";
import { boundsOf, type Position, type Territory } from "~/features/networks/territory/territory";
import { territoryForm } from "~/features/networks/territory/territory-form";
import { distanceKm } from "~/features/schools/index.server";

const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });
const place = (position: Position, localAuthority: string | null = null, country = "GB") => ({
  ...position,
  country,
  localAuthority,
});

const anywhere = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
});

/** Corners of a border on a ring around a middle, by growing angles: it goes around the middle once. */
const ringed = fc
  .record({
    middle: anywhere,
    corners: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 4, maxLength: 30 }),
  })
  .map(({ middle, corners }) => ({
    middle,
    corners: corners.map((radius, index) => {
      const angle = (index / corners.length) * 2 * Math.PI;
      return at(middle.latitude + radius * Math.sin(angle), middle.longitude + radius * Math.cos(angle));
    }),
  }));

describe("a territory", () => {
  it("of a radius holds what is no farther from its middle, and its box holds all of that", () => {
    fc.assert(
      fc.property(
        anywhere,
        fc.integer({ min: 1, max: 300 }),
        anywhere,
        fc.double({ min: 0, max: 2, noNaN: true }),
        (centre, km, far, share) => {
          const territory: Territory = { kind: "radius", centre, km };
          // Near enough to be inside about as often as outside.
          const step = (share * km) / 111;
          const near = at(
            centre.latitude + step * Math.sin(far.longitude),
            centre.longitude + step * Math.cos(far.longitude),
          );
          const inside = distanceKm(centre, near) <= km;
          expect(covers(territory, place(near))).toBe(inside);
          const { south, north, west, east } = boundsOf(territory)!;
          if (inside) {
            expect(near.latitude).toBeGreaterThanOrEqual(south);
            expect(near.latitude).toBeLessThanOrEqual(north);
            expect(near.longitude).toBeGreaterThanOrEqual(west);
            expect(near.longitude).toBeLessThanOrEqual(east);
          }
        },
      ),
    );
  });

  it("of a border holds its middle and nothing outside its box, whichever way round the corners go", () => {
    fc.assert(
      fc.property(ringed, anywhere, ({ middle, corners }, other) => {
        for (const border of [corners, corners.toReversed()]) {
          const territory: Territory = { kind: "border", corners: border };
          expect(crossingOf(border)).toBeNull();
          expect(degreesWithin(border)).toBeGreaterThan(0);
          expect(covers(territory, place(middle))).toBe(true);
          const { south, north, west, east } = boundsOf(territory)!;
          const out =
            other.latitude < south ||
            other.latitude > north ||
            other.longitude < west ||
            other.longitude > east;
          if (out) expect(covers(territory, place(other))).toBe(false);
        }
      }),
    );
  });

  it("of a border with a bay does not hold the bay", () => {
    const bay = [at(0, 0), at(0, 4), at(4, 4), at(4, 3), at(1, 2), at(4, 1), at(4, 0)];
    const territory: Territory = { kind: "border", corners: bay };
    expect(covers(territory, place(at(3, 2)))).toBe(false);
    expect(covers(territory, place(at(3, 0.5)))).toBe(true);
    expect(covers(territory, place(at(0.5, 2)))).toBe(true);
  });

  it("of local authorities holds those of its own country alone", () => {
    const territory: Territory = { kind: "authorities", country: "GB", authorities: ["Derby", "Rutland"] };
    expect(covers(territory, place(at(52.9, -1.5), "Derby"))).toBe(true);
    expect(covers(territory, place(at(52.9, -1.5), "Leicester"))).toBe(false);
    expect(covers(territory, place(at(52.9, -1.5)))).toBe(false);
    expect(covers(territory, place(at(52.9, -1.5), "Derby", "AU"))).toBe(false);
  });

  it("cannot have a border that crosses itself", () => {
    expect(crossingOf([at(0, 0), at(1, 1), at(1, 0), at(0, 1)])).toEqual(at(0.5, 0.5));
  });
});

describe("the form", () => {
  const fields = { version: "1", radiusKm: "", corners: "" };
  const messageOf = (form: Record<string, unknown>) => {
    const read = territoryForm.safeParse({ ...fields, ...form });
    return read.success
      ? read.data
      : Object.fromEntries(read.error.issues.map((i) => [i.path[0], i.message]));
  };

  it("reads what belongs to the kind and leaves the rest alone", () => {
    expect(
      messageOf({ kind: "radius", radiusKm: " 30 ", corners: "nonsense", "authority:Derby": "yes" }),
    ).toEqual({
      ...{ kind: "radius", version: 1, radiusKm: 30 },
    });
    expect(messageOf({ kind: "authorities", radiusKm: "x", "authority:Stoke-on-Trent": "yes" })).toEqual({
      ...{ kind: "authorities", version: 1, authorities: ["Stoke-on-Trent"] },
    });
    expect(messageOf({ kind: "none" })).toEqual({ kind: "none", version: 1 });
  });

  it.each([
    [{ kind: "circle" }, { kind: "networks_territory_kind_missing" }],
    [{ kind: "radius", radiusKm: "0" }, { radiusKm: "networks_territory_radius_odd" }],
    [{ kind: "radius", radiusKm: "301" }, { radiusKm: "networks_territory_radius_odd" }],
    [{ kind: "radius", radiusKm: "12.5" }, { radiusKm: "networks_territory_radius_odd" }],
    [{ kind: "radius", radiusKm: ["5", "6"] }, { radiusKm: "networks_territory_radius_odd" }],
    [{ kind: "border", corners: "  " }, { corners: "networks_territory_corners_missing" }],
    [{ kind: "border", corners: "x".repeat(20_001) }, { corners: "networks_territory_corners_long" }],
    [{ kind: "authorities" }, { authorities: "networks_territory_authorities_missing" }],
  ])("%j is told at its field", (form, errors) => {
    expect(messageOf(form)).toEqual(errors);
  });
});
