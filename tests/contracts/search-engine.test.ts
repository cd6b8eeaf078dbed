import { v7 } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postgresSearch } from "~/platform/search-engine/postgres/postgres-search.server";
import {
  LARGEST_PAGE,
  LONGEST_TEXT,
  MARK_END,
  MARK_START,
  MOST_REACHABLE,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
} from "~/platform/search-engine/search-engine";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import { house } from "../support/house";
import { emptyMeilisearch, meilisearchMissing } from "../support/meilisearch";

/** Every adapter of the port is held to the same answers. */
const adapters: { name: string; open: () => Promise<SearchEngine>; missing: string | null }[] = [
  {
    name: "PostgreSQL",
    open: async () => postgresSearch((await house()).services.db),
    missing: null,
  },
  { name: "Meilisearch", open: () => (meilisearch ??= emptyMeilisearch()), missing: meilisearchMissing },
];
let meilisearch: Promise<SearchEngine> | null = null;

const types = [...searchableTypes];

function document(content: Partial<SearchDocument>): SearchDocument {
  const recordId = content.recordId ?? v7();
  return {
    type: "pack",
    recordId,
    slug: `record-${recordId}`,
    title: "Untitled",
    summary: "",
    keywords: [],
    body: "",
    language: "en",
    facets: {},
    audience: ["everyone"],
    shown: {},
    minutes: null,
    newestAt: new Date("2026-01-01"),
    ...content,
  };
}

const query = (content: Partial<SearchQuery>): SearchQuery => ({
  text: "",
  types,
  filters: {},
  audience: ["everyone"],
  facets: [],
  sort: "best",
  page: 1,
  perPage: 20,
  ...content,
});

const bridge = document({
  title: "Bridges that hold",
  summary: "Build a truss from paper straws and hang sand from it.",
  keywords: ["pont en treillis", "ស្ពាន"],
  body: "Engineers build long, light bridges from triangles.",
  facets: { subject: ["mathematics", "physics"], age: ["7-11"] },
  shown: { drawing: ["M0 0"] },
  minutes: 120,
  newestAt: new Date("2026-03-01"),
});
const wind = document({
  title: "Catch the wind",
  summary: "Cut and twist blades until the turbine lifts a kilogram.",
  body: "A wind turbine takes movement from the air.",
  facets: { subject: ["physics"], age: ["11-14"] },
  minutes: 180,
  newestAt: new Date("2026-02-01"),
});
const boats = document({
  title: "Boats that sail upwind",
  summary: "A race along the gutter into the wind.",
  facets: { subject: ["physics"], age: ["7-11", "11-14"] },
  minutes: null,
  newestAt: new Date("2026-01-15"),
});
const filter = document({
  type: "resource",
  title: "Filtrer l'eau de pluie",
  summary: "Les élèves construisent un filtre.",
  body: "L'eau sale passe à travers le sable.",
  language: "fr",
  facets: { subject: ["chemistry"], age: ["11-14"] },
  minutes: 60,
});
const world = [bridge, wind, boats, filter];

for (const { name, open, missing } of adapters) {
  describe.skipIf(missing)(`search engine on ${name}${missing ? ` (${missing})` : ""}`, () => {
    let engine: SearchEngine;
    const titles = async (content: Partial<SearchQuery>) =>
      (await engine.search(query(content))).hits.map(({ title }) => title);

    beforeEach(async () => {
      engine = await open();
      for (const type of types) await engine.remove(type, [...(await engine.hashes(type)).keys()]);
      await engine.put(world);
    });

    describe("words", () => {
      it.each([
        ["bridge", bridge],
        ["BRIDGES", bridge],
        ["building triangle", bridge],
        ["pont", bridge],
        ["ស្ពាន", bridge],
        ["turb", wind],
        ["filtre a eau", filter],
        ["filtre à eau", filter],
        ["élève", filter],
        ["eleves construisent", filter],
      ])("%s finds what is meant", async (text, meant) => {
        expect((await titles({ text }))[0]).toBe(meant.title);
      });

      it("puts a match in the title before one in the text", async () => {
        await engine.put([document({ title: "Radio", body: "A kite, and a kite. Kites everywhere." })]);
        await engine.put([document({ title: "Kite" })]);
        expect(await titles({ text: "kite" })).toEqual(["Kite", "Radio"]);
      });

      it("puts documents with all words first, and finds those with fewer behind them", async () => {
        expect(await titles({ text: "wind turbine" })).toEqual([wind.title, boats.title]);
      });

      it("leaves out what lacks a word when every word is wanted", async () => {
        expect(await titles({ text: "wind turbine", everyWord: true })).toEqual([wind.title]);
        expect(await titles({ text: "wind submarine", everyWord: true })).toEqual([]);
        expect(await titles({ text: "wind submarine" })).toContain(wind.title);
      });

      it("does not need the small words", async () => {
        expect((await titles({ text: "how to make a bridge with the sand" }))[0]).toBe(bridge.title);
      });

      it("finds words joined by a hyphen however they are written", async () => {
        await engine.put([document({ title: "Wi-Fi for all" })]);
        for (const text of ["wifi", "wi-fi", "Wi-Fi"])
          expect(await titles({ text })).toEqual(["Wi-Fi for all"]);
      });

      it("finds parts of text without spaces", async () => {
        await engine.put([
          document({ title: "風力発電の模型", language: "ja" }),
          document({ title: "ការសាងសង់ស្ពានឈើ", language: "km" }),
        ]);
        expect(await titles({ text: "発電" })).toEqual(["風力発電の模型"]);
        expect(await titles({ text: "発" })).toEqual(["風力発電の模型"]);
        expect(await titles({ text: "ស្ពានឈើ" })).toContain("ការសាងសង់ស្ពានឈើ");
        expect(await titles({ text: "電発" })).toEqual([]);
      });

      it("finds everything, newest first, when no words are given", async () => {
        const answer = await engine.search(query({}));
        expect(answer.total).toBe(4);
        expect(answer.hits[0]?.title).toBe(bridge.title);
      });

      it("finds nothing for signs alone", async () => {
        expect((await engine.search(query({ text: "🙂 !?" }))).total).toBe(0);
      });
    });

    describe("mending", () => {
      it.each([
        ["brigde", "bridge", bridge],
        ["trubine", "turbine", wind],
        ["turbbine", "turbine", wind],
        ["sraws", "straws", bridge],
      ])("reads %s as it was meant, and says so", async (text, searched, meant) => {
        // "bridge" has to be a word of the index: only "bridges" stands in the text above.
        await engine.put([document({ title: "A footbridge", summary: "One bridge." })]);
        const answer = await engine.search(query({ text }));
        expect(answer.hits.slice(0, 3).map(({ title }) => title)).toContain(meant.title);
        expect(answer.mended).toEqual([[text.split(" ")[0], searched]]);
      });

      it("finds what is meant by the other words where a word is too short to be mended", async () => {
        const { hits, mended } = await engine.search(query({ text: "wnd turbine" }));
        expect(hits[0]?.title).toBe(wind.title);
        expect(mended).toEqual([]);
      });

      it.each([
        ["four letters", "wint", []],
        ["five letters and one slip", "turbne", ["turbine"]],
        ["eight letters and two slips", "trubbine", []],
        ["nine letters and two slips", "satelitte", ["satellite"]],
        ["a wrong first letter", "durbine", []],
        ["a wrong first letter of a long word", "zatellite", ["satellite"]],
      ])("mends as much as the length of the word allows: %s", async (_, text, searched) => {
        await engine.put([document({ title: "Talk to a satellite" })]);
        const { mended } = await engine.search(query({ text }));
        expect(mended.map(([, word]) => word)).toEqual(searched);
      });

      it("leaves known words and their beginnings alone", async () => {
        for (const text of ["wind", "win", "turb", "bridges"]) {
          expect((await engine.search(query({ text }))).mended).toEqual([]);
        }
      });

      it("searches as typed when asked to", async () => {
        const answer = await engine.search(query({ text: "brigdes turbine", literal: true }));
        expect(answer.mended).toEqual([]);
        expect(answer.hits.map(({ title }) => title)).toEqual([wind.title]);
      });

      it("tells nobody a word of what they may not find", async () => {
        await engine.put([document({ title: "Zephyrine", audience: ["members"] })]);
        expect((await engine.search(query({ text: "zephirine" }))).mended).toEqual([]);
        const members = await engine.search(query({ text: "zephirine", audience: ["everyone", "members"] }));
        expect(members.mended).toEqual([["zephirine", "zephyrine"]]);
      });
    });

    describe("synonyms", () => {
      const kit = document({ title: "DT kit", summary: "Tools for the workshop.", language: "en" });
      const lessons = document({ title: "Lessons", summary: "For design and technology teachers." });
      const designs = document({ title: "A design", summary: "Technology without the other word." });

      beforeEach(async () => {
        await engine.put([kit, lessons, designs]);
        await engine.setSynonyms([
          ["design and technology", "DT"],
          ["turbine", "windmill", "éolienne"],
        ]);
      });
      afterEach(() => engine.setSynonyms([]));

      it("are found behind the word itself", async () => {
        const mill = document({ title: "An old windmill" });
        await engine.put([mill]);
        expect((await titles({ text: "windmill" }))[0]).toBe(mill.title);
        expect(await titles({ text: "windmill" })).toContain(wind.title);
        expect(await titles({ text: "Eolienne" })).toContain(mill.title);
      });

      it("may have several words", async () => {
        const short = await titles({ text: "DT" });
        expect(short[0]).toBe(kit.title);
        expect(short).toContain(lessons.title);
        expect(short).not.toContain(designs.title);
        expect(await titles({ text: "design and technology" })).toContain(kit.title);
        expect(await titles({ text: "technology" })).not.toContain(kit.title);
      });

      it("are marked, so that one sees why something was found", async () => {
        const { hits } = await engine.search(query({ text: "windmill" }));
        expect(hits[0]?.highlighted.excerpt).toContain(`${MARK_START}turbine${MARK_END}`);
      });

      it("are no misspelt words, and are replaced as a whole", async () => {
        expect((await engine.search(query({ text: "windmill" }))).mended).toEqual([]);
        await engine.setSynonyms([["kilogram", "kilo"]]);
        expect(await titles({ text: "windmill", literal: true })).toEqual([]);
        expect(await titles({ text: "kilo", literal: true })).toEqual([wind.title]);
      });

      it("may hold any text", async () => {
        await engine.setSynonyms([
          ["'", "\\", ""],
          ["a'b | !c", "wind:*", "\u0000"],
          [],
          ["turbine"],
          ["風力", "wind"],
        ]);
        expect((await titles({ text: "turbine" }))[0]).toBe(wind.title);
      });
    });

    describe("filters and facets", () => {
      it("takes any value of a facet and all facets", async () => {
        expect(await titles({ filters: { subject: ["mathematics", "chemistry"] }, sort: "title" })).toEqual([
          bridge.title,
          filter.title,
        ]);
        expect(await titles({ filters: { subject: ["physics"], age: ["11-14"] }, sort: "title" })).toEqual([
          boats.title,
          wind.title,
        ]);
      });

      it("counts each facet without its own filter", async () => {
        const { facets, total } = await engine.search(
          query({ filters: { subject: ["mathematics"] }, facets: ["subject", "age"] }),
        );
        expect(total).toBe(1);
        expect(countsOf(facets.subject)).toEqual({ physics: 3, mathematics: 1, chemistry: 1 });
        expect(countsOf(facets.age)).toEqual({ "7-11": 1 });
      });

      it("counts kinds whatever kind is asked for", async () => {
        const { facets, total } = await engine.search(query({ types: ["pack"], facets: ["type"] }));
        expect(total).toBe(3);
        expect(countsOf(facets.type)).toEqual({ pack: 3, resource: 1 });
      });

      it("gives as many results as it counted", async () => {
        const { facets } = await engine.search(query({ text: "wind", facets: ["age"] }));
        for (const { value, count } of facets.age ?? []) {
          const narrowed = await engine.search(query({ text: "wind", filters: { age: [value] } }));
          expect(narrowed.total).toBe(count);
        }
      });
    });

    describe("order and pages", () => {
      it("sorts", async () => {
        expect(await titles({ sort: "newest", types: ["pack"] })).toEqual(
          [bridge, wind, boats].map((d) => d.title),
        );
        expect(await titles({ sort: "shortest" })).toEqual([filter, bridge, wind, boats].map((d) => d.title));
        expect(await titles({ sort: "title" })).toEqual([boats, bridge, wind, filter].map((d) => d.title));
        expect(await titles({ sort: "newest", text: "wind" })).toEqual([wind.title, boats.title]);
      });

      it("puts the reader's language first where little else decides", async () => {
        const german = document({ title: "Kite", language: "de-AT", newestAt: new Date("2025-01-01") });
        await engine.put([document({ title: "Kite", language: "en" }), german]);
        for (const text of ["kite", ""]) {
          const { hits } = await engine.search(query({ text, language: "de" }));
          expect(hits[0]?.recordId).toBe(german.recordId);
        }
      });

      it("shows every document on one page only", async () => {
        await engine.put(
          Array.from({ length: 45 }, (_, n) => document({ title: `Kite ${n}`, body: "kite" })),
        );
        for (const text of ["", "kite"]) {
          const pages = await Promise.all(
            [1, 2, 3].map((page) => engine.search(query({ text, types: ["pack"], page, perPage: 20 }))),
          );
          const seen = pages.flatMap(({ hits }) => hits.map(({ recordId }) => recordId));
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.length).toBe(pages[0]?.total);
        }
      });

      it("pages past what is ranked", async () => {
        const many = Array.from({ length: 420 }, (_, n) => document({ title: `Kite ${n}` }));
        await engine.put(many);
        const seen = new Set<string>();
        for (let page = 1; page <= 9; page++) {
          const { hits, total } = await engine.search(query({ text: "kite", page, perPage: 50 }));
          expect(total).toBe(420);
          for (const { recordId } of hits) seen.add(recordId);
        }
        expect(seen.size).toBe(420);
      });
    });

    describe("visibility", () => {
      it("shows a document to its audience alone", async () => {
        const secret = document({
          title: "Kite plans",
          audience: ["network:a", "person:b"],
          facets: { subject: ["art"] },
        });
        await engine.put([secret]);
        for (const audience of [["everyone"], ["everyone", "members"], ["network:b"], []]) {
          const answer = await engine.search(query({ text: "kite", audience, facets: ["subject", "type"] }));
          expect(answer).toMatchObject({ total: 0, hits: [], facets: { subject: [], type: [] } });
        }
        for (const audience of [["everyone", "network:a"], ["person:b"]]) {
          expect(await titles({ text: "kite", audience })).toEqual(["Kite plans"]);
        }
      });
    });

    describe("what is shown", () => {
      it("marks matched words, mended and accented ones too", async () => {
        const [mended] = (await engine.search(query({ text: "turbbine" }))).hits;
        expect(mended?.highlighted.excerpt).toContain(`${MARK_START}turbine${MARK_END}`);
        const [accented] = (await engine.search(query({ text: "eleves" }))).hits;
        expect(accented?.highlighted.excerpt).toContain(`${MARK_START}élèves${MARK_END}`);
        const [titled] = (await engine.search(query({ text: "bridge" }))).hits;
        expect(titled?.highlighted.title).toBe(`${MARK_START}Bridges${MARK_END} that hold`);
      });

      it("cuts the excerpt around what matched", async () => {
        const filler = "Nothing of interest stands here. ".repeat(30);
        await engine.put([
          document({ title: "Long", summary: "A summary.", body: `${filler}A zeppelin flies. ${filler}` }),
        ]);
        const [hit] = (await engine.search(query({ text: "zeppelin" }))).hits;
        expect(hit?.excerpt).toContain("A zeppelin flies.");
        expect(hit?.excerpt.length).toBeLessThan(300);
      });

      it("takes marks out of the texts it is given", async () => {
        await engine.put([document({ title: `Kite ${MARK_START}sly${MARK_END}`, summary: MARK_START })]);
        const [hit] = (await engine.search(query({ text: "sly" }))).hits;
        expect(hit?.title).toBe("Kite sly");
        expect(hit?.highlighted.title).toBe(`Kite ${MARK_START}sly${MARK_END}`);
      });

      it("hands on what the document shows", async () => {
        const [hit] = (await engine.search(query({ text: "bridge" }))).hits;
        expect(hit).toMatchObject({
          type: "pack",
          recordId: bridge.recordId,
          slug: bridge.slug,
          language: "en",
          shown: { drawing: ["M0 0"] },
        });
      });
    });

    describe("writing", () => {
      it("replaces a document, and its words with it", async () => {
        await engine.put([{ ...wind, title: "Catch the sun", summary: "", body: "" }]);
        expect(await titles({ text: "turbine", literal: true })).toEqual([]);
        expect(await titles({ text: "sun" })).toEqual(["Catch the sun"]);
        // Nothing holds the word any more, so nothing is mended into it.
        expect((await engine.search(query({ text: "turbbine" }))).mended).toEqual([]);
      });

      it("keeps the last of two documents of one record", async () => {
        const recordId = v7();
        await engine.put([
          document({ recordId, title: "Kite one" }),
          document({ recordId, title: "Kite two" }),
        ]);
        expect(await titles({ text: "kite" })).toEqual(["Kite two"]);
      });

      it("removes documents of one kind", async () => {
        await engine.remove("pack", [bridge.recordId, v7()]);
        await engine.remove("resource", [wind.recordId]);
        expect(await titles({ types: ["pack"], sort: "title" })).toEqual([boats.title, wind.title]);
      });

      it("keeps only what it is built anew of", async () => {
        await engine.rebuild((put) => put([bridge, filter]));
        expect(await titles({ sort: "title" })).toEqual([bridge.title, filter.title]);
        expect((await engine.search(query({ text: "turbbine" }))).mended).toEqual([]);
      });

      it("keeps one document when many write it at once", async () => {
        const recordId = v7();
        await Promise.all(
          Array.from({ length: 8 }, (_, n) =>
            engine.put([document({ recordId, title: `Kite ${n}`, body: "kite" })]),
          ),
        );
        expect((await engine.search(query({ text: "kite" }))).total).toBe(1);
        await engine.remove("pack", [recordId]);
        expect((await engine.search(query({ text: "kite" }))).total).toBe(0);
      });

      it("takes any text a record may hold", async () => {
        const odd = "a'b\\c\"d \u0000 \ud800 🙂 ' : & | ! <-> :* %_ \u202e";
        await engine.put([
          document({
            title: `Kite ${odd}`,
            summary: odd,
            body: "x".repeat(5_000),
            keywords: [odd],
            facets: { a: [odd] },
          }),
        ]);
        expect((await engine.search(query({ text: "kite" }))).total).toBe(1);
      });
    });

    describe("made anew", () => {
      it("holds what it was filled with, and nothing else", async () => {
        const kite = document({ title: "Kite", body: "A kite of paper." });
        await engine.rebuild(async (put) => {
          // It serves meanwhile.
          expect((await titles({ text: "bridge" }))[0]).toBe(bridge.title);
          await put([bridge, kite]);
          await put([]);
          await put([{ ...kite, title: "Kites" }]);
        });
        expect(await titles({ sort: "title" })).toEqual([bridge.title, "Kites"]);
        expect(await titles({ text: "kites" })).toEqual(["Kites"]);
        expect((await engine.search(query({ text: "brigdes" }))).mended).toEqual([["brigdes", "bridges"]]);
        expect((await engine.search(query({ text: "turbbine" }))).mended).toEqual([]);
        expect([...(await engine.hashes("pack")).keys()].sort()).toEqual(
          [bridge.recordId, kite.recordId].sort(),
        );
      });

      it("keeps what others change meanwhile", async () => {
        const zeppelin = document({ title: "Zeppelin" });
        await engine.rebuild(async (put) => {
          await put(world);
          await engine.put([zeppelin, { ...wind, title: "Catch the breeze" }]);
          await engine.remove("pack", [boats.recordId]);
        });
        expect(await titles({ sort: "title" })).toEqual([
          bridge.title,
          "Catch the breeze",
          filter.title,
          "Zeppelin",
        ]);
        expect(await titles({ text: "zepelin" })).toEqual(["Zeppelin"]);
        await engine.put([boats]);
        expect(await titles({ text: "gutter" })).toEqual([boats.title]);
      });

      it("stays as it was when filling fails", async () => {
        const filling = engine.rebuild(async (put) => {
          await put([document({ title: "Kite" })]);
          throw new Error("the records cannot be read");
        });
        await expect(filling).rejects.toThrow("the records cannot be read");
        expect(await titles({ sort: "title" })).toEqual(
          [boats, bridge, wind, filter].map(({ title }) => title),
        );
        await engine.rebuild((put) => put(world));
        expect((await engine.search(query({}))).total).toBe(4);
      });

      it("takes any text a record may hold", async () => {
        const odd = 'a\'b\\c"d \u0000 \ud800 🙂 \' : & | ! <-> :* %_ \u202e \t \n {x,"y"}';
        const content = { title: `Kite ${odd}`, summary: odd, body: odd, keywords: [odd], shown: { odd } };
        await engine.rebuild((put) => put([document({ ...content, facets: { a: [odd] } })]));
        const { hits } = await engine.search(query({ text: "kite" }));
        expect(hits).toHaveLength(1);
        expect(hits[0]?.title).toContain("a'b\\c\"d");
        expect(hits[0]?.shown).toMatchObject({ odd: expect.stringContaining('{x,"y"}') });
      });
    });

    describe("hostile questions", () => {
      it.each([
        ["very long", "bridge ".repeat(1_500)],
        ["one very long word", "b".repeat(10_000)],
        ["control characters", "bridge\u0000\u0007\u001b[0m"],
        ["quotes", "\"bridge 'that \\ \"\" ''"],
        ["operators", "bridge & | ! <-> :* ( ) <2> *"],
        ["patterns", "%bridge_ %% __"],
        ["direction marks", "\u202ebridge\u202c \u200f\u200e"],
        ["emoji", "🌉 bridge 👩‍🔧"],
        ["half a surrogate pair", "bridge \ud83d"],
        ["many words", Array.from({ length: 300 }, (_, n) => `word${n}`).join(" ")],
        ["markup", "<script>alert(1)</script> bridge"],
      ])("%s gives a clean answer", async (_, text) => {
        const answer = await engine.search(query({ text, facets: ["subject"] }));
        expect(answer.hits.length).toBeLessThanOrEqual(20);
        if (text.length <= LONGEST_TEXT && text.includes("bridge")) {
          expect(answer.hits.map(({ title }) => title)).toContain(bridge.title);
        }
      });

      it("brings numbers into their limits", async () => {
        for (const page of [-5, 0, Number.NaN, 1e9, 2.5]) {
          const answer = await engine.search(query({ page, perPage: 1_000 }));
          expect(answer.perPage).toBe(LARGEST_PAGE);
          expect(answer.page * answer.perPage).toBeLessThanOrEqual(MOST_REACHABLE);
        }
      });

      it("stands a thousand facets and values", async () => {
        const names = Array.from({ length: 1_000 }, (_, n) => `facet${n}`);
        const filters = Object.fromEntries(names.map((name) => [name, names]));
        const answer = await engine.search(query({ facets: names, filters }));
        expect(answer.total).toBe(0);
        expect((await engine.search(query({ facets: ["subject'; --", "\0"] }))).total).toBe(4);
      });

      it("finds nothing where no kind and no audience is asked for", async () => {
        expect((await engine.search(query({ types: [] }))).total).toBe(0);
        expect((await engine.search(query({ audience: [] }))).total).toBe(0);
      });
    });
  });
}

const countsOf = (counts: { value: string; count: number }[] = []) =>
  Object.fromEntries(counts.map(({ value, count }) => [value, count]));
