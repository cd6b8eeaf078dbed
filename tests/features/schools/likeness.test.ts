import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparedSchool,
  LIKELY,
  nameLikeness,
  schoolLikeness,
} from "~/features/schools/merging/likeness";

const at = (km: number) => ({ latitude: 52.95 + km / 111.195, longitude: -1.15 });

const school = (wishes: Partial<ComparedSchool>): ComparedSchool => ({
  name: "Larkfields School",
  town: "Nottingham",
  postcode: "",
  registerId: null,
  ...at(0),
  ...wishes,
});

const score = (one: Partial<ComparedSchool>, other: Partial<ComparedSchool>) =>
  schoolLikeness(school(one), school(other));

const words = fc.constantFrom(
  ...[
    "St",
    "Mary's",
    "Heath",
    "Primary",
    "School",
    "Academy",
    "First",
    "2",
    "Two",
    "of",
    "Notre",
    "Dame",
    "ភ្នំពេញ",
    "É",
  ],
);
const names = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
const anySchool = fc.record({
  name: fc.oneof(names, fc.string({ minLength: 1, maxLength: 30 })),
  town: fc.constantFrom("", "Nottingham", "Heath"),
  postcode: fc.constantFrom("", "NG7 2RD", "ng72rd", "35000"),
  registerId: fc.constantFrom(null, "100006", "100007"),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("the likeness of two schools", () => {
  it("is the same whichever comes first, and between 0 and 1", () => {
    fc.assert(
      fc.property(anySchool, anySchool, (one, other) => {
        const likeness = schoolLikeness(one, other);
        expect(likeness).toBeCloseTo(schoolLikeness(other, one), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is 1 for a school and itself, however it is written", () => {
    fc.assert(
      fc.property(names, (name) => {
        const shouted = name
          .toUpperCase()
          .replace(/'/g, "’")
          .replace(/\bST\b/g, "Saint");
        expect(score({ name }, { name: shouted })).toBeCloseTo(1, 12);
      }),
    );
  });

  it("never grows with the distance", () => {
    fc.assert(
      fc.property(
        names,
        names,
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (a, b, x, y) => {
          const [near, far] = x < y ? [x, y] : [y, x];
          expect(score({ name: a }, { name: b, ...at(near) })).toBeGreaterThanOrEqual(
            score({ name: a }, { name: b, ...at(far) }) - 1e-9,
          );
        },
      ),
    );
  });

  it.each([
    ["St. Mary's Primary", "Saint Mary's Catholic Primary School"],
    ["St Hilda's Primary", "St Hildas C of E Primary School"],
    ["Larkfield School", "Larkfields School"],
    ["King Edward the Sixth Grammar School", "King Edward 6 Grammar School"],
    ["Nottingham Larkfields Academy", "Larkfields Academy"],
    ["Lycée de la Rade", "LYCEE GENERAL DE LA RADE"],
  ])("takes “%s” and “%s” of one town for one school", (one, other) => {
    expect(score({ name: one, ...at(4) }, { name: other, registerId: "1" })).toBeGreaterThanOrEqual(LIKELY);
  });

  it.each([
    ["Heath Infant School", "Heath Junior School"],
    ["Oak Primary School", "Ash Primary School"],
    ["Trentside Primary School 1", "Trentside Primary School 2"],
    ["Carlton Boys School", "Carlton Girls School"],
    ["Nottingham Academy", "Nottingham High School"],
  ])("keeps “%s” and “%s” apart, even next door", (one, other) => {
    expect(score({ name: one }, { name: other })).toBeLessThan(LIKELY);
  });

  it("keeps the same name in another town apart, and two of a register unless they share the street", () => {
    expect(score({ name: "St Mary's" }, { name: "St Mary's", town: "York", ...at(110) })).toBeLessThan(
      LIKELY,
    );
    const registered = (km: number) =>
      score({ registerId: "1", postcode: "NG1 1AA" }, { registerId: "2", postcode: "NG9 9ZZ", ...at(km) });
    expect(registered(3)).toBeLessThan(LIKELY);
    expect(registered(0)).toBeGreaterThanOrEqual(LIKELY);
  });

  it("weighs what many schools are called less than a name", () => {
    const name = (one: string, other: string) =>
      nameLikeness({ name: one, town: "" }, { name: other, town: "" });
    expect(name("Heath School", "Heath Academy")).toBeGreaterThan(name("Heath School", "Moor School"));
  });
});
