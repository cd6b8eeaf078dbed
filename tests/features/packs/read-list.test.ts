import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameIndex } from "~/features/packs/cupboard/names";
import { LONGEST_LIST, MOST_THINGS, readList } from "~/features/packs/cupboard/read-list";
import { khmerNames } from "~db/seeds/khmer-names";
import { materialSeeds } from "~db/seeds/materials";

const vocabulary = materialSeeds.map(({ slug, name, synonyms, fr }) => ({
  id: slug,
  slug,
  name,
  synonyms,
  names: { ...(fr ? { fr } : {}), ...(khmerNames[slug] ? { km: khmerNames[slug] } : {}) },
}));
const index = nameIndex(vocabulary);
const known = (text: string) => readList(text, index).known;
const unclear = (text: string) => readList(text, index).unclear;

describe("a list of things", () => {
  it.each([
    ["3 cardboard tubes, elastic bands; masking tape", ["cardboard-tube", "elastic-band", "masking-tape"]],
    ["- cardboard tubes\n- rubber bands\n• string", ["cardboard-tube", "elastic-band", "string"]],
    ["1. Scissors\r\n2) Ruler, 30 cm\r\n[x] stapler", ["scissors", "ruler", "stapler"]],
    ["2 rolls of masking tape", ["masking-tape"]],
    ["masking tape (2 rolls), string: 5 m, corks x 12", ["masking-tape", "string", "cork"]],
    ["a few old newspapers and some paper clips", ["newspaper", "paper-clip"]],
    ["batteries AA, AA batteries", ["battery-aa"]],
    ["a box of drawing pins", ["drawing-pin"]],
    ["Card, 300 g, A4\nPlastic bottle, 1.5 l", ["card-a4", "plastic-bottle-1500"]],
    ["A4 paper; 500ml plastic bottle", ["paper-a4", "plastic-bottle-500"]],
    ["bolts and nuts M6", ["nut-bolt"]],
    ["big cardboard tubes", ["cardboard-tube"]],
    ["cardboard tubes from kitchen rolls", ["cardboard-tube"]],
    ["egg boxes, clothes pegs, cable ties", ["egg-box", "clothes-peg", "cable-tie"]],
    ["CARDBOARD", ["cardboard"]],
  ])("%j", (text, materials) => {
    expect(readList(text, index)).toEqual({ known: materials, unclear: [], cut: false });
  });

  it.each([
    ["3 tubes en carton, des élastiques", ["cardboard-tube", "elastic-band"]],
    ["deux rouleaux de ruban de masquage et de la ficelle", ["masking-tape", "string"]],
    ["batonnets de glace\nciseaux", ["lolly-stick", "scissors"]],
    ["boîtes à oeufs", ["egg-box"]],
    ["tuyaux d’arrosage", ["garden-hose"]],
  ])("in French: %j", (text, materials) => {
    expect(known(text)).toEqual(materials);
  });

  it("in Khmer", () => {
    expect(known(`${khmerNames.scissors}\n${khmerNames.string} និង ${khmerNames.newspaper}`)).toEqual([
      "scissors",
      "string",
      "newspaper",
    ]);
  });

  it("says a thing once, however often it is written", () => {
    expect(known("twine, string\nficelle")).toEqual(["string"]);
  });

  it("prefers a thing's own name to another's nickname", () => {
    expect(known("sponge")).toEqual(["sponge"]);
  });

  it("passes over sizes and counts that stand alone", () => {
    expect(readList("500 ml, 3, 2 x, --, , \n\n12 cm", index)).toEqual({
      known: [],
      unclear: [],
      cut: false,
    });
  });

  it("does not take a thing for what it is made of", () => {
    expect(known("water pistol")).toEqual([]);
  });
});

describe("what is unclear", () => {
  it("proposes what is spelt almost so, and guesses nothing", () => {
    expect(readList("cardbord tubes, sissors", index)).toEqual({
      known: [],
      unclear: [
        { text: "cardbord tubes", choices: ["cardboard-tube"] },
        { text: "sissors", choices: ["scissors"] },
      ],
      cut: false,
    });
  });

  it("asks which, where several things share a name or a word", () => {
    expect(unclear("plastic bottle")[0]?.choices).toEqual(["plastic-bottle-500", "plastic-bottle-1500"]);
    expect(unclear("tape")[0]?.choices).toContain("masking-tape");
    expect(unclear("tape")[0]?.choices).toHaveLength(4);
  });

  it("keeps what nobody knows as it was written", () => {
    expect(unclear("3 flux capacitors")).toEqual([{ text: "3 flux capacitors", choices: [] }]);
  });

  it("keeps only the rest of a line of which it knows a part", () => {
    expect(readList("scissors and flux capacitors", index)).toMatchObject({
      known: ["scissors"],
      unclear: [{ text: "flux capacitors" }],
    });
  });
});

describe("any text at all", () => {
  const piece = fc.oneof(
    fc.constantFrom(...materialSeeds.map(({ name }) => name), ", ", "; ", "\n", " and ", "- ", "2 x ", "("),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ maxLength: 12 }),
  );
  const anyList = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  const slugs = new Set(materialSeeds.map(({ slug }) => slug));

  it("never fails, and names only materials that exist", () => {
    fc.assert(
      fc.property(anyList, (text) => {
        const reading = readList(text, index);
        expect(new Set(reading.known).size).toBe(reading.known.length);
        for (const id of reading.known) expect(slugs).toContain(id);
        for (const { text: line, choices } of reading.unclear) {
          expect(line.trim()).not.toBe("");
          for (const id of choices) expect(slugs).toContain(id);
        }
      }),
    );
  });

  it("reads what it left over as the same, so that it can stand in the address", () => {
    fc.assert(
      fc.property(anyList, (text) => {
        const { unclear: first } = readList(text, index);
        const again = readList(first.map((line) => line.text).join("\n"), index);
        expect(again.known).toEqual([]);
        expect(again.unclear.map((line) => line.text)).toEqual(first.map((line) => line.text));
      }),
    );
  });

  it("knows every material by each of its names that no other has", () => {
    for (const { slug, name } of materialSeeds) expect(known(name), name).toEqual([slug]);
  });

  it.each([
    ["one long word", "x".repeat(100_000)],
    ["thousands of lines", "cardbord tubez\n".repeat(5_000)],
    [
      "different unknown lines",
      Array.from({ length: 5_000 }, (_, n) => `strang ${n.toString(36)}q`).join("\n"),
    ],
    ["thousands of commas", ",".repeat(50_000)],
    ["brackets", "(".repeat(50_000)],
    ["spaces", `a${" ".repeat(50_000)}b`],
    ["many ands", "box and ".repeat(5_000)],
    ["plurals that could be anything", "ies ".repeat(20_000)],
  ])("is read quickly: %s", (_what, text) => {
    const before = performance.now();
    const reading = readList(text, index);
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(reading.known.length + reading.unclear.length).toBeLessThanOrEqual(MOST_THINGS);
    if (text.length > LONGEST_LIST) expect(reading.cut).toBe(true);
  });
});
