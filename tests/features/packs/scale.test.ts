import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsOf, pupilsFrom, roundUp, scaleMaterials, USUAL_PUPILS } from "~/features/packs/scale";
import { type Unit, units, wholeUnits } from "~db/vocabulary/units";

const thousandths = (most: number) => fc.integer({ min: 1, max: most * 1000 }).map((value) => value / 1000);
const aUnit = fc.constantFrom(...units);
const aLine = fc.record({
  perGroup: fc.option(thousandths(1000)),
  perClass: fc.option(thousandths(1000)),
  unit: aUnit,
});
const aSize = fc.record({
  pupils: fc.integer({ min: 1, max: 300 }),
  groupSize: fc.integer({ min: 1, max: 40 }),
});

/** What a line needs, counted in thousandths, where nothing is lost. */
const needed = (line: { perGroup: number | null; perClass: number | null }, groups: number) =>
  groups * Math.round((line.perGroup ?? 0) * 1000) + Math.round((line.perClass ?? 0) * 1000);

describe("scaling a materials list", () => {
  it("gives the list of the class in the picture", () => {
    const line = (perGroup: number | null, perClass: number | null, unit: Unit) => ({
      perGroup,
      perClass,
      unit,
    });
    const lines = [
      line(1, null, "piece"),
      line(4, null, "sheet"),
      line(1.2, null, "metre"),
      line(null, 2, "piece"),
    ];
    const totals = scaleMaterials(lines, { pupils: 28, groupSize: 4 }).map(({ total }) => total);
    expect(totals).toEqual([7, 28, 8.4, 2]);
  });

  it("adds what the class shares to what the groups need", () => {
    const [line] = scaleMaterials([{ perGroup: 2, perClass: 3, unit: "piece" }], {
      pupils: 25,
      groupSize: 4,
    });
    expect(line?.total).toBe(17);
  });

  it("counts half a sheet in every group together before it rounds", () => {
    const [line] = scaleMaterials([{ perGroup: 0.5, perClass: null, unit: "sheet" }], {
      pupils: 28,
      groupSize: 4,
    });
    expect(line?.total).toBe(4);
  });

  it("never gives less than what is needed, nor much more", () => {
    fc.assert(
      fc.property(aLine, aSize, (line, size) => {
        const exact = needed(line, groupsOf(size.pupils, size.groupSize));
        const total = Math.round(scaleMaterials([line], size)[0]!.total * 1000);
        const allowance = wholeUnits.includes(line.unit) ? 999 : exact / 100;
        return total >= exact && total <= exact + allowance;
      }),
    );
  });

  it("gives whole numbers of whole units, and three figures of the others without binary noise", () => {
    fc.assert(
      fc.property(aLine, aSize, (line, size) => {
        const { total } = scaleMaterials([line], size)[0]!;
        if (wholeUnits.includes(line.unit)) return Number.isInteger(total);
        return String(total).replace(/^0\.0*|\.|0+$/g, "").length <= 3;
      }),
    );
  });

  it("never needs less for a larger class", () => {
    fc.assert(
      fc.property(aLine, aSize, (line, size) => {
        const [smaller] = scaleMaterials([line], size);
        const [larger] = scaleMaterials([line], { ...size, pupils: size.pupils + 1 });
        return larger!.total >= smaller!.total;
      }),
    );
  });

  it("gives everybody a group that is not too large, and no group too many", () => {
    fc.assert(
      fc.property(aSize, ({ pupils, groupSize }) => {
        const groups = groupsOf(pupils, groupSize);
        return groups * groupSize >= pupils && (groups - 1) * groupSize < pupils;
      }),
    );
  });

  it("leaves what is round alone when it rounds again", () => {
    fc.assert(
      fc.property(thousandths(100_000), aUnit, (quantity, unit) => {
        const once = roundUp(quantity, unit);
        return roundUp(once, unit) === once;
      }),
    );
  });
});

describe("the number of pupils in the address", () => {
  it.each([
    [null, USUAL_PUPILS],
    ["", USUAL_PUPILS],
    ["many", USUAL_PUPILS],
    ["-3", USUAL_PUPILS],
    ["1e3", USUAL_PUPILS],
    ["0", 1],
    ["31", 31],
    ["999999", 300],
    ["99999999999", USUAL_PUPILS],
  ])("reads %j as %i", (wished, pupils) => {
    expect(pupilsFrom(wished)).toBe(pupils);
  });
});
