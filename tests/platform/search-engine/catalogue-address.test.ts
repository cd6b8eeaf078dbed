import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CatalogueAddress,
  type CatalogueSpec,
  catalogueHref,
  readCatalogueAddress,
  toSearchQuery,
  withoutValue,
} from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import { MARK_END, MARK_START, type SearchAnswer } from "~/platform/search-engine/search-engine";

const spec: CatalogueSpec = {
  path: "/packs",
  facets: ["subject", "age"],
  sorts: ["best", "newest", "title"],
  perPage: 20,
};

const nothing: CatalogueAddress = { text: "", filters: {}, sort: "best", page: 1, literal: false };

/** An address as the page itself would make it. */
const addresses: fc.Arbitrary<CatalogueAddress> = fc
  .record({
    text: fc.string({ unit: "grapheme", maxLength: 40 }),
    subject: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 5 }),
    sort: fc.constantFrom(...spec.sorts),
    page: fc.integer({ min: 1, max: 50 }),
    literal: fc.boolean(),
  })
  .map(({ subject, ...rest }) =>
    readCatalogueAddress(catalogueHref(spec, { ...rest, filters: { subject } }, { page: rest.page }), spec),
  );

describe("the address of a catalogue", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const href = catalogueHref(spec, address, { page: address.page });
        expect(readCatalogueAddress(href, spec)).toEqual(address);
      }),
    );
  });

  it("is one for each state", () => {
    expect(catalogueHref(spec, nothing)).toBe("/packs");
    expect(readCatalogueAddress("/packs?q=&sort=best&page=1&literal=1&subject=", spec)).toEqual(nothing);
    expect(catalogueHref(spec, { ...nothing, literal: true })).toBe("/packs");
  });

  it("is read whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (query, value) => {
        const parameters = new URLSearchParams({ q: value, page: value, sort: value, subject: value });
        for (const text of [`/packs?${query}`, `/packs?${parameters}`]) {
          const address = readCatalogueAddress(text, spec);
          expect(address.page).toBeGreaterThanOrEqual(1);
          expect(address.text.length).toBeLessThanOrEqual(400);
          expect(spec.sorts).toContain(address.sort);
        }
      }),
    );
  });

  it("goes no further than can be reached", () => {
    for (const page of ["-5", "0", "1e9", "999999999999", "2.5", "x"]) {
      expect(readCatalogueAddress(`?page=${page}`, spec).page).toBe(1);
    }
    expect(readCatalogueAddress("?page=9999", spec).page).toBe(50);
  });

  it("holds a thousand values off", () => {
    const parameters = new URLSearchParams();
    for (let n = 0; n < 1_000; n++) parameters.append("subject", `value${n}`);
    expect(readCatalogueAddress(`?${parameters}`, spec).filters.subject?.length).toBe(20);
  });

  it("begins on the first page again when the question changes", () => {
    const address = { ...nothing, text: "wind", page: 3 };
    expect(catalogueHref(spec, address, { sort: "title" })).toBe("/packs?q=wind&sort=title");
    expect(catalogueHref(spec, address, { page: 4 })).toBe("/packs?q=wind&page=4");
  });

  it("lets go of one value", () => {
    const address = { ...nothing, filters: { subject: ["a", "b"], age: ["c"] } };
    expect(withoutValue(address, "subject", "a")).toEqual({ subject: ["b"], age: ["c"] });
    expect(withoutValue(address, "age", "c")).toEqual({ subject: ["a", "b"] });
  });

  it("becomes a query that counts every facet", () => {
    const query = toSearchQuery({ ...nothing, text: "wind" }, spec, {
      types: ["pack"],
      audience: ["everyone"],
    });
    expect(query).toMatchObject({
      text: "wind",
      facets: ["subject", "age", "type"],
      perPage: 20,
      types: ["pack"],
    });
  });
});

describe("what a catalogue shows", () => {
  const answer: SearchAnswer = {
    engine: "postgres",
    tookMs: 1,
    total: 45,
    capped: false,
    page: 1,
    perPage: 20,
    hits: [],
    facets: {
      subject: [{ value: "physics", count: 6 }],
      age: [{ value: "7-11", count: 2 }],
      type: [
        { value: "pack", count: 45 },
        { value: "resource", count: 23 },
      ],
    },
    mended: [["wnd", "wind"]],
  };
  const words = {
    facets: {
      subject: { label: "Subject", valueLabel: (value: string) => value.toUpperCase() },
      age: {
        label: "Age",
        valueLabel: (value: string) => value,
        order: ["5-7", "7-11"],
        chipLabel: () => "Age 5",
      },
    },
    sorts: { best: "Best match" },
  };

  it("keeps what is wanted in sight, and shows closed lists whole", () => {
    const address = { ...nothing, filters: { subject: ["biology"], age: ["5-7"] } };
    const view = catalogueView(spec, address, answer, words);
    expect(
      view.facets.map(({ values }) => values.map(({ value, count, checked }) => [value, count, checked])),
    ).toEqual([
      [
        ["physics", 6, false],
        ["biology", 0, true],
      ],
      [
        ["5-7", 0, true],
        ["7-11", 2, false],
      ],
    ]);
    expect(view.chips).toEqual([
      { label: "BIOLOGY", to: "/packs?age=5-7" },
      { label: "Age 5", to: "/packs?subject=biology" },
    ]);
    expect(view.clearHref).toBe("/packs");
    expect(view.pages).toBe(3);
    expect(view.counts).toEqual({ pack: 45, resource: 23 });
  });

  it("says what was mended, word by word", () => {
    const view = catalogueView(spec, { ...nothing, text: "the wnd-turbine" }, answer, words);
    expect(view.mended).toEqual({
      shown: `the ${MARK_START}wind${MARK_END}-turbine`,
      typed: "wnd",
      literalHref: "/packs?q=the+wnd-turbine&literal=1",
    });
  });
});
