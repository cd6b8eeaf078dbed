import { describe, expect, it } from "vitest";
import { compactDrawing } from "~/features/packs/drawing";
import { missingParts, packSchema } from "~/features/packs/pack";
import demoPack from "~db/seeds/demo/packs/catch-the-wind";
import { ageBandsOf } from "~db/vocabulary/ages";
import { durationOf } from "~db/vocabulary/durations";
import { packContent } from "../../factories/packs";

const messagesOf = (content: Parameters<typeof packContent>[0]) =>
  packSchema.safeParse(packContent(content)).error?.issues.map(({ message }) => message) ?? [];

const activity = { title: "Build", summary: "", minutes: 10, steps: ["Build."] };
const line = { material: "string", perGroup: 1, unit: "metre" as const, usedIn: [1] };

describe("what a pack may say", () => {
  it("takes a real pack as it is", () => {
    expect(packSchema.parse(demoPack)).toEqual(demoPack);
  });

  it.each([
    ["a slug with capitals", { slug: "Bridge" }, "packs_slug_form"],
    ["no title", { title: "  " }, "packs_text_missing"],
    ["a title without end", { title: "x".repeat(121) }, "packs_text_long"],
    ["a null character", { summary: "a\u0000b" }, "packs_text_characters"],
    ["ages the wrong way round", { ageFrom: 14, ageTo: 11 }, "packs_ages"],
    ["a group of nobody", { groupSize: 0 }, "packs_group_size"],
    ["a subject twice", { subjects: ["physics" as const, "physics" as const] }, "packs_subjects"],
    ["no activity", { activities: [], materials: [] }, "packs_activities_none"],
    ["thirteen activities", { activities: Array(13).fill(activity) }, "packs_list_long"],
    ["sixty-one material lines", { materials: Array(61).fill(line) }, "packs_list_long"],
    ["a line without a quantity", { materials: [{ ...line, perGroup: undefined }] }, "packs_quantity"],
    ["a negative quantity", { materials: [{ ...line, perGroup: -1 }] }, "packs_quantity"],
    ["four decimals", { materials: [{ ...line, perGroup: 0.0005 }] }, "packs_quantity"],
    ["a use in an activity that is not there", { materials: [{ ...line, usedIn: [3] }] }, "packs_used_in"],
    ["markup in a drawing", { drawing: ['M0 0"/><script>'] }, "packs_drawing"],
    ["a drawing without end", { drawing: [`M${"1 ".repeat(400)}`] }, "packs_drawing"],
    ["a language that is none", { language: "English" }, "packs_language_form"],
  ])("refuses %s", (_what, content, message) => {
    expect(messagesOf(content)).toContain(message);
  });
});

describe("what a pack still lacks", () => {
  it("is nothing when it is complete", () => {
    expect(missingParts(packSchema.parse(packContent()))).toEqual([]);
  });

  it("is named part by part", () => {
    const empty = packContent({ summary: "", why: "", safety: [], careers: [], drawing: [], materials: [] });
    const content = packSchema.parse({ ...empty, activities: [{ ...activity, steps: [] }] });
    expect(missingParts(content)).toEqual([
      "summary",
      "why",
      "steps",
      "materials",
      "safety",
      "careers",
      "drawing",
    ]);
  });
});

describe("the bands a pack counts in", () => {
  it.each([
    [11, 14, ["11-14"]],
    [9, 13, ["7-11", "11-14"]],
    [5, 18, ["5-7", "7-11", "11-14", "14-18"]],
    [11, 11, ["11-14"]],
    [3, 5, []],
    [7, null, ["7-11", "11-14", "14-18"]],
    [null, null, []],
  ])("of age %j to %j are %j", (from, to, bands) => {
    expect(ageBandsOf(from, to)).toEqual(bands);
  });

  it.each([
    [60, "lesson"],
    [61, "half-day"],
    [180, "half-day"],
    [181, "several-lessons"],
  ])("of %i minutes is %s", (minutes, duration) => {
    expect(durationOf(minutes)).toBe(duration);
  });
});

describe("a drawing without needless spaces", () => {
  it.each([
    [["M6 4.9 L6 0.2 C7 1.7 7 3.3 6 4.9", "M3.4 11.7 H8.6"], ["M6 4.9L6 .2C7 1.7 7 3.3 6 4.9M3.4 11.7H8.6"]],
    [["M10.05 0.5 L0.25,-0.75 A 2 2 0 0 1 10 0.5 Z"], ["M10.05 .5L.25-.75A2 2 0 0 1 10 .5Z"]],
    [[], []],
  ])("of %j is %j", (paths, compact) => {
    expect(compactDrawing(paths)).toEqual(compact);
  });
});
