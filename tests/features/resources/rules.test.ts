import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directionOf, languageFamily, normaliseLanguage } from "~/features/resources/language";
import { licenceLabel, readLicence } from "~/features/resources/licence";
import { materialFinder } from "~/features/resources/material-names";
import { readMinutes } from "~/features/resources/minutes";
import { slugChoices } from "~/features/resources/slug";
import { type Block, plainTextOf, readText } from "~/features/resources/text/blocks";

describe("how long it takes", () => {
  it.each([
    ["PT45M", 45],
    ["PT1H30M", 90],
    ["P1D", 1_440],
    ["~45 minutes", 45],
    ["30 - 45 minutes  ", 45],
    ["approximately 45 minutes", 45],
    ["20 min.", 20],
    ["25 minutes.", 25],
    ["2 hours", 120],
    ["1 heure", 60],
    ["P", null],
    ["PT0M", null],
    ["PT9999M", null],
    ["running time||`` ``||math:minus||`` and store it", null],
    ["```blocks", null],
    ["is positive||``. When `timer` is negative, the game is over.", null],
    ["45", null],
    ["", null],
  ])("%s is %s minutes", (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it("is never nonsense", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const minutes = readMinutes(text);
        expect(minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 2_400)).toBe(
          true,
        );
      }),
    );
  });
});

describe("language", () => {
  it.each([
    ["en", "en"],
    ["de-DE", "de-DE"],
    ["zh_Hans", "zh-Hans"],
    ["pt-br", "pt-BR"],
    ["es-LA", "es-419"],
    ["mi", "mi"],
    ["", null],
    ["english", null],
    ["e n", null],
    ["../../etc", null],
  ])("%s is %s", (given, tag) => {
    expect(normaliseLanguage(given)).toBe(tag);
  });

  it("is looked for without its region", () => {
    expect(["pt-BR", "zh-CN", "zh-TW", "zh-Hans", "en"].map(languageFamily)).toEqual([
      "pt",
      "zh-Hans",
      "zh-Hant",
      "zh-Hans",
      "en",
    ]);
  });

  it("is written one way or the other", () => {
    expect(["ar-SA", "he", "fa", "ur-PK", "en", "ja-JP", "az-Arab", "ar-Latn"].map(directionOf)).toEqual([
      "rtl",
      "rtl",
      "rtl",
      "rtl",
      "ltr",
      "ltr",
      "rtl",
      "ltr",
    ]);
  });
});

describe("licence", () => {
  it.each([
    ["https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"],
    ["http://www.creativecommons.org/licenses/by/4.0/legalcode", "CC BY 4.0"],
    ["https://opensource.org/licenses/MIT", "MIT"],
    ["cc0 1.0", "CC0 1.0"],
    ["https://library.example/terms", "https://library.example/terms"],
    ["javascript:alert(1)", null],
    ["https://", null],
    ["free", null],
  ])("%s is %s", (given, licence) => {
    expect(readLicence(given)).toBe(licence);
  });

  it("is shown by its name, or by its site", () => {
    expect(licenceLabel("MIT")).toBe("MIT");
    expect(licenceLabel("https://library.example/terms")).toBe("library.example");
  });
});

describe("materials named in free text", () => {
  const find = materialFinder([
    { slug: "crocodile-clip", names: ["Crocodile clip", "alligator clip"] },
    { slug: "aluminium-foil", names: ["Aluminium foil", "tin foil"] },
    { slug: "cardboard", names: ["Cardboard"] },
    { slug: "cardboard-tube", names: ["Cardboard tube", "tube en carton"] },
    { slug: "card-a4", names: ["Card, 300 g, A4"] },
  ]);

  it.each([
    ["4 Crocodile clips, tin foil", ["aluminium-foil", "crocodile-clip"]],
    ["Cardboard tubes (recycle!)", ["cardboard-tube"]],
    ["deux tubes en carton", ["cardboard-tube"]],
    ["Some card", ["card-a4"]],
    ["A postcard", []],
  ])("%s names %j", (text, slugs) => {
    expect(find(text).sort()).toEqual(slugs);
  });
});

describe("the text of a record", () => {
  const shown = (markdown: string, title?: string) =>
    readText(markdown, title).map((block) => {
      if (block.kind === "code") return ["code", block.text];
      if (block.kind === "list")
        return ["list", ...block.items.map((spans) => spans.map(({ text }) => text).join(""))];
      return [block.kind, block.spans.map(({ text }) => text).join("")];
    });

  it("leaves out what only its own site understands", () => {
    const text = [
      "# Candles",
      '{image file-path="img/cake.png" alt="A cake"}',
      "Put **candles** on the `cake`.",
      "## {Step 1}",
      "Press ``||input:button A||`` on the @boardname@. @unplugged",
      "```cards",
      "basic.pause(100)",
      "```",
      "### ~hint",
      "A hint stays.",
      "### ~",
      "--- task ---",
      "- One ![](a.png){:width='3'}",
      "- Two",
      "--- /task ---",
      "--- print-only ---",
      "Only on paper",
      "--- /print-only ---",
      "--- code ---",
      "---",
      "language: python",
      "---",
      "print(1)",
      "--- /code ---",
    ].join("\n");
    expect(shown(text, "Candles")).toEqual([
      ["paragraph", "Put candles on the cake."],
      ["heading", "Step 1"],
      ["paragraph", "Press button A on the micro:bit."],
      ["paragraph", "A hint stays."],
      ["list", "One", "Two"],
      ["code", "print(1)"],
    ]);
  });

  it("takes nothing for HTML and leads to no odd address", () => {
    const text =
      "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> Text <b>bold</b> [a](javascript:alert) [b](https://example.org)";
    const [block] = readText(text) as Extract<Block, { kind: "paragraph" }>[];
    expect(block?.spans).toEqual([
      { text: "Text bold " },
      { text: "a" },
      { text: " " },
      { text: "b", href: "https://example.org" },
    ]);
  });

  it("gives headings without gaps", () => {
    const levels = readText("#### Deep\n\n## Up\n\n### Between").flatMap((b) =>
      b.kind === "heading" ? [b.level] : [],
    );
    expect(levels).toEqual([2, 2, 3]);
  });

  it("reads anything", () => {
    const piece = fc.constantFrom(
      "**",
      "`",
      "[",
      "](",
      ")",
      "#",
      "---",
      "<",
      ">",
      "{",
      "}",
      "\n",
      "- ",
      "|",
      "a ",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const block of readText(pieces.join(""))) {
          if (block.kind !== "code" && block.kind !== "list") expect(block.spans.length).toBeGreaterThan(0);
        }
        expect(typeof plainTextOf(readText(pieces.join("")))).toBe("string");
      }),
    );
  });
});

describe("the address of a record", () => {
  it("is plain, and free of clashes at the last", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), (title, identifier) => {
        const choices = slugChoices(title, identifier, "en");
        for (const choice of choices) expect(choice).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(choices.at(-1)).toMatch(/-[0-9a-f]{8}$/);
      }),
    );
  });
});
