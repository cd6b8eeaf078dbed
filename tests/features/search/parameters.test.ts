import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ApiQuestion, readParameters, WrongParameter } from "~/features/search/api/parameters";

const kinds = ["pack", "resource", "network"] as const;

const read = (query: string): ApiQuestion => readParameters(new URLSearchParams(query), kinds);

describe("what the API is asked", () => {
  it("is everything, best first, when nothing is said", () => {
    const nothing = { text: "", filters: {}, sort: "best", page: 1, perPage: 20 };
    expect(read("")).toEqual({ ...nothing, types: ["pack", "resource", "network"] });
    expect(read("q=&type=&subject=&page=&perPage=&sort=")).toEqual(read(""));
    expect(read("utm_source=x&pgae=2")).toEqual(read(""));
  });

  it("takes lists as repeated parameters or with commas", () => {
    expect(read("type=pack,network").types).toEqual(["pack", "network"]);
    expect(read("type=pack&type=network&type=pack").types).toEqual(["pack", "network"]);
    expect(read("subject=physics,%20biology&material=string").filters).toEqual({
      subject: ["physics", "biology"],
      material: ["string"],
    });
    expect(read("licence=CC%20BY%204.0&kind=plan,%20short").filters).toEqual({
      licence: ["CC BY 4.0"],
      kind: ["plan, short"],
    });
  });

  it("cuts the text to its greatest length between letters, on one line", () => {
    expect(read(`q=${"x".repeat(10_000)}`).text).toHaveLength(200);
    expect([...read(`q=${encodeURIComponent("😀".repeat(300))}`).text]).toHaveLength(200);
    expect(read("q=%20wind%00%0D%0Aturbine%09").text).toBe("wind   turbine");
  });

  it.each([
    ["type=foo", 'type is "foo": expected one of pack, resource, network.'],
    ["type=school", 'type is "school": expected one of pack, resource, network.'],
    ["subject=alchemy", 'subject is "alchemy": expected one of physics,'],
    ["age=11", 'age is "11": expected one of 5-7,'],
    ["sort=best%20first", 'sort is "best first": expected one of best, newest, shortest, title.'],
    ["page=x", 'page is "x": expected a whole number from 1 to 50.'],
    ["page=0", 'page is "0"'],
    ["page=-1", 'page is "-1"'],
    ["page=1.5", 'page is "1.5"'],
    ["page=1e9", 'page is "1e9"'],
    ["page=51", "expected a whole number from 1 to 50."],
    ["page=21&perPage=50", "expected a whole number from 1 to 20."],
    ["perPage=51", 'perPage is "51": expected a whole number from 1 to 50.'],
    [
      `material=${Array.from({ length: 1000 }, (_, n) => `m${n}`)}`,
      "material has 1000 values: at most 20 are taken.",
    ],
    [`material=${"x".repeat(201)}`, "A value of material is longer than 200 characters."],
    [`sort=${"x".repeat(5_000)}`, `sort is "${"x".repeat(40)}…"`],
  ])("refuses %s and says why", (query, reason) => {
    expect(() => read(query)).toThrow(WrongParameter);
    expect(() => read(query)).toThrow(reason);
  });

  it("is read within its limits or refused, whatever is sent", () => {
    const names = fc.constantFrom("q", "type", "subject", "material", "kind", "sort", "page", "perPage", "x");
    const values = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("pack", "1", "50", "999999", "physics", "%", ",,,", "\0", "‮", "best"),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values)), (pairs) => {
        let question: ApiQuestion;
        try {
          question = readParameters(new URLSearchParams(pairs), kinds);
        } catch (error) {
          expect(error).toBeInstanceOf(WrongParameter);
          return;
        }
        expect([...question.text].length).toBeLessThanOrEqual(200);
        expect(question.page * question.perPage).toBeLessThanOrEqual(1_000);
        expect(question.types.length).toBeGreaterThan(0);
        expect(JSON.stringify(question)).not.toMatch(/\\u0000/);
      }),
    );
  });
});
