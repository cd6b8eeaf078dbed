import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARK_END, MARK_START, MOST_WORDS } from "~/platform/search-engine/search-engine";
import { askedWords, cleanText } from "~/platform/search-engine/text/asked-words";
import { excerptOf, type MarkedTerm, mark } from "~/platform/search-engine/text/excerpt";
import {
  editDistance,
  editsAllowed,
  keysOfMeant,
  keysOfMisspelt,
  mend,
} from "~/platform/search-engine/text/spelling";
import { synonymRows } from "~/platform/search-engine/text/synonyms";
import { fold, pairsOf, termsOf, wordsOf } from "~/platform/search-engine/text/words";

const anyText = fc.string({ unit: "binary", maxLength: 200 });

describe("words", () => {
  it.each([
    ["Élève", "eleve"],
    ["Straße", "strasse"],
    ["Œuvre", "oeuvre"],
    ["İstanbul", "istanbul"],
    ["ΠΟΎ", "που"],
    ["مُحَطَّة", "محطة"],
    ["हिन्दी", "हिन्दी"],
    ["다리", "다리"],
    ["が", "が"],
    ["ﬁlter", "filter"],
  ])("%s folds to %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("stand where they are said to stand", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { word, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end))).toBe(word);
          last = end;
        }
      }),
    );
  });

  it("hold letters and digits only, as the queries made of them rely on", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      }),
    );
  });

  it("are found joined and apart", () => {
    expect(termsOf("Wi-Fi micro:bit")).toEqual(["wi", "wifi", "fi", "micro", "microbit", "bit"]);
    expect(termsOf("l'eau 3.5 kg")).toEqual(["l", "eau", "3", "5", "kg"]);
  });

  it("are pairs of letters in scripts without spaces", () => {
    expect(pairsOf("風力発電")).toEqual(["風力", "力発", "発電"]);
    expect(termsOf("風力3D")).toEqual(["風力", "力", "3d"]);
    expect(termsOf("ស្ពាន").length).toBeGreaterThan(1);
  });

  it("are asked in a bounded number", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const asked = askedWords(cleanText(text));
        expect(asked.length).toBeLessThanOrEqual(MOST_WORDS);
        if (asked.length > 0) expect(asked.some(({ optional }) => !optional)).toBe(true);
      }),
    );
  });
});

describe("spelling", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdeé"), minLength: 3, maxLength: 12 });

  it.each([
    ["brigde", "bridge", 1],
    ["wnd", "wind", 1],
    ["protesis", "prosthesis", 2],
    ["same", "same", 0],
    ["", "abc", 3],
  ])("%s is away from %s by %i", (one, other, edits) => {
    expect(editDistance(one, other)).toBe(edits);
  });

  it("measures alike in both directions", () => {
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a)));
  });

  /** One slip of the pen at a place: a letter left out, put in, exchanged, or swapped with the next. */
  const slip = fc.tuple(
    fc.nat(20),
    fc.constantFrom("out", "in", "other", "swap"),
    fc.constantFrom("a", "x", "é"),
  );

  it("finds every word that may be meant by a shared key", () => {
    fc.assert(
      fc.property(word, fc.array(slip, { minLength: 1, maxLength: 2 }), (meant, slips) => {
        let letters = [...meant];
        for (const [place, kind, letter] of slips) {
          const at = place % letters.length;
          if (kind === "out") letters = letters.toSpliced(at, 1);
          else if (kind === "in") letters = letters.toSpliced(at, 0, letter);
          else if (kind === "other") letters = letters.toSpliced(at, 1, letter);
          else if (at + 1 < letters.length)
            letters = letters.toSpliced(at, 2, letters[at + 1]!, letters[at]!);
          fc.pre(letters.length > 1);
        }
        const typed = letters.join("");
        fc.pre(mend(typed, [{ word: meant, documents: 1 }]).length > 0);
        const keys = new Set(keysOfMeant(meant));
        expect(keysOfMisspelt(typed).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["wind", 0],
    ["winds", 1],
    ["turbines", 1],
    ["satellite", 2],
  ])("allows for %s %i edits", (typed, edits) => {
    expect(editsAllowed(typed)).toBe(edits);
  });

  it("counts a wrong first letter as two edits", () => {
    const meant = (word: string) => [{ word, documents: 1 }];
    expect(mend("dridge", meant("bridge"))).toEqual([]);
    expect(mend("xatellite", meant("satellite"))).toEqual(["satellite"]);
  });

  it("takes the likeliest word", () => {
    const words = ["bridge", "bride", "ridge"].map((w) => ({ word: w, documents: w === "bridge" ? 40 : 3 }));
    expect(mend("brigde", words)[0]).toBe("bridge");
    expect(mend("xylophone", words)).toEqual([]);
    // Short words are too easily one another.
    expect(mend("wnd", [{ word: "wind", documents: 40 }])).toEqual([]);
  });

  it("keeps variants of a long word", () => {
    const words = [
      { word: "satelite", documents: 1 },
      { word: "satellite", documents: 5 },
    ];
    expect(mend("sattelite", words)).toEqual(["satelite", "satellite"]);
  });
});

describe("synonyms", () => {
  it("are found by their first word, folded", () => {
    expect(synonymRows([["Design & Technology", "D.T."], ["Maths"]])).toEqual([
      { word: "design", phrase: "design technology", others: ["d t"] },
      { word: "d", phrase: "d t", others: ["design technology"] },
    ]);
  });

  it("of several groups come together", () => {
    const [card] = synonymRows([
      ["card", "cardboard"],
      ["card", "carton"],
    ]);
    expect(card).toEqual({ word: "card", phrase: "card", others: ["cardboard", "carton"] });
  });
});

describe("marks and excerpts", () => {
  const term = (content: Partial<MarkedTerm>): MarkedTerm => ({
    words: [],
    stems: [],
    prefix: false,
    spaceless: false,
    ...content,
  });
  const shown = (text: string) => text.replaceAll(MARK_START, "[").replaceAll(MARK_END, "]");

  it("marks words, stems, beginnings and runs", () => {
    const terms = [
      term({ words: ["bridge"], stems: ["bridg"] }),
      term({ words: ["tri"], prefix: true }),
      term({ words: ["力発"], spaceless: true }),
    ];
    expect(shown(mark("Bridges and triangles, abridged: 風力発電", terms))).toBe(
      "[Bridges] and [triangles], abridged: 風[力発]電",
    );
  });

  it("marks names of several words as a whole", () => {
    const terms = [term({ words: ["dt"], phrases: [["design", "and", "technology"]] })];
    expect(shown(mark("DT: design, and design and technology.", terms))).toBe(
      "[DT]: design, and [design and technology].",
    );
  });

  it("changes nothing but the marks", () => {
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 3 }), (text, words) => {
        const marked = mark(text, [term({ words: [fold(words)], prefix: true })]);
        expect(shown(marked).replace(/[[\]]/g, "")).toBe(text.replace(/[\ue000\ue001[\]]/g, ""));
      }),
    );
  });

  it("takes the piece with the most different words", () => {
    const body = `${"Wind blows. ".repeat(40)}A wind turbine turns. ${"Wind blows. ".repeat(40)}`;
    const terms = [term({ words: ["wind"] }), term({ words: ["turbine"] })];
    expect(excerptOf("About wind.", body, terms)).toContain("A wind turbine turns.");
    expect(excerptOf("A wind turbine.", body, terms)).toBe("A wind turbine.");
    expect(excerptOf("A summary.", body, [term({ words: ["zebra"] })])).toBe("A summary.");
    expect(excerptOf("", body, []).length).toBeLessThan(270);
  });
});
