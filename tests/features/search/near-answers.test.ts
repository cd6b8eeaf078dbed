import { beforeAll, describe, expect, it } from "vitest";
import { meant, nearby } from "~/platform/search-engine/nearby.server";
import {
  MARK_END,
  MARK_START,
  type SearchEngine,
  type SearchQuery,
} from "~/platform/search-engine/search-engine";
import type { Services } from "~/platform/services/services.server";
import { makePack } from "../../factories/packs";
import { house } from "../../support/house";
import { site } from "../../support/site";
import { documentOf } from "./documents";

let services: Services;
let url: string;

/** The main part of a page, with every link's text and address. */
async function page(path: string) {
  const response = await fetch(url + path);
  const html = (await response.text()).replace(/<!-- -->| data-discover="true"/g, "");
  const [main = ""] = /<main.*<\/main>/s.exec(html) ?? [];
  const links = [...main.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, to = "", text = ""]) => ({
      to: to.replaceAll("&amp;", "&"),
      text: text.replace(/<[^>]+>/g, ""),
    }),
  );
  return { main, links, linkTo: (text: string) => links.find((link) => link.text === text)?.to };
}

const asking = (wanted: Partial<SearchQuery>): SearchQuery => ({
  ...{ text: "", types: ["pack"], filters: {}, audience: ["everyone"], sort: "best", page: 1, perPage: 10 },
  facets: ["subject", "age", "duration", "type"],
  ...wanted,
});

/** An engine that counts how often it is asked. */
function counting(engine: SearchEngine) {
  let asked = 0;
  const search: SearchEngine["search"] = (query) => {
    asked += 1;
    return engine.search(query);
  };
  return { engine: { ...engine, search }, asked: () => asked };
}

beforeAll(async () => {
  const at = await house();
  services = at.services;
  for (const n of [1, 2, 3])
    await makePack(services, { title: `Galleon ${n}`, subjects: ["physics"], ageFrom: 11, ageTo: 14 });
  await makePack(services, { title: "Galleon small", subjects: ["biology"], ageFrom: 5, ageTo: 7 });
  await at.runJobs();
  await services.searchEngine.put([
    documentOf({
      type: "resource",
      title: "Lighthouse keeping",
      facets: { subject: ["physics"], language: ["en"] },
      shown: {
        kind: "activity",
        subjects: ["physics"],
        licence: "CC BY 4.0",
        collection: "A library",
        minutes: 45,
      },
    }),
    documentOf({ type: "network", title: "Lighthouse Coast" }),
  ]);
  url = (await site()).url;
});

describe("looking near an empty answer", () => {
  const empty = asking({
    text: "galleon",
    filters: { subject: ["physics"], age: ["5-7"], duration: ["half-day"] },
  });

  it("counts each filter that can go, the one that brings most back first", async () => {
    const { engine, asked } = counting(services.searchEngine);
    const answer = await engine.search(empty);
    expect(answer.total).toBe(0);
    const near = await nearby(engine, empty, answer);
    expect(near.without).toEqual([
      { facet: "age", values: ["5-7"], total: 3, capped: false },
      { facet: "subject", values: ["physics"], total: 1, capped: false },
    ]);
    expect(near.unfiltered.total).toBe(4);
    expect(near.hits).toHaveLength(3);
    // The question itself, one without filters, one for each of the two filters that have a say.
    expect(asked()).toBe(4);
  });

  it("asks a bounded number of times, whatever is asked", async () => {
    const { engine, asked } = counting(services.searchEngine);
    const words = "many words that nobody ever wrote into any of these packs galleon".split(" ").join(" ");
    const query = asking({
      text: words,
      filters: {
        subject: ["biology"],
        age: ["14-18"],
        duration: ["lesson"],
        material: ["x"],
        language: ["fr"],
      },
    });
    await nearby(engine, query, await engine.search(query));
    expect(asked()).toBeLessThanOrEqual(8);
  });

  it("offers the mended words where those that were typed find little, and only then", async () => {
    const { engine, asked } = counting(services.searchEngine);
    const literal = asking({ text: "galeon", literal: true });
    const found = await meant(engine, literal, await engine.search(literal));
    expect(found).toMatchObject({ text: "galleon", shown: `${MARK_START}galleon${MARK_END}`, total: 4 });
    const right = asking({ text: "galleon", literal: true });
    const answer = await engine.search(right);
    const before = asked();
    expect(await meant(engine, right, answer)).toBeNull();
    expect(asked()).toBe(before);
  });
});

describe("pages that found nothing", () => {
  it("offer to drop the filter that brings most back, with its number", async () => {
    const { linkTo } = await page("/packs?q=galleon&subject=physics&age=5-7");
    expect(linkTo("Without “Age 5 to 7”: 3 packs")).toBe("/packs?q=galleon&subject=physics");
    expect(linkTo("Without “Physics”: 1 pack")).toBe("/packs?q=galleon&age=5-7");
    expect(linkTo("Without any filter: 4 packs")).toBe("/packs?q=galleon");
  });

  it.each(["/packs", "/resources", "/search"])(
    "%s mends, says so, and offers it again after a literal search",
    async (path) => {
      const word = path === "/packs" ? ["galeon", "galleon"] : ["lighthose", "lighthouse"];
      const mended = await page(`${path}?q=${word[0]}`);
      expect(mended.main).toMatch(new RegExp(`Showing (<span>)?<strong>${word[1]}</strong>`));
      expect(mended.linkTo(`Search “${word[0]}” as typed`)).toBe(`${path}?q=${word[0]}&literal=1`);
      const literal = await page(`${path}?q=${word[0]}&literal=1`);
      expect(literal.linkTo(`Did you mean ${word[1]}?`)).toBe(`${path}?q=${word[1]}`);
    },
  );

  it("look for the same words among other kinds", async () => {
    const { linkTo } = await page("/packs?q=lighthouse");
    expect(linkTo("The same words among everything: 2 results")).toBe("/search?q=lighthouse");
    const kind = await page("/search?q=galleon&type=network");
    expect(kind.linkTo("The same words among everything: 4 results")).toBe("/search?q=galleon");
  });

  it("take a value that no closed list knows for not said", async () => {
    const { main, links } = await page("/packs?q=galleon&subject=alchemy&age=99");
    expect(main).toContain("4 packs");
    expect(links.filter(({ text }) => text === "alchemy")).toEqual([]);
    expect((await page("/resources?subject=alchemy")).main).toContain("1 lesson resource");
  });

  it("still say what to do where there is nothing near at all", async () => {
    expect((await page("/packs?q=zzqqxxyy")).linkTo("All packs")).toBe("/packs");
    expect((await page("/search?q=zzqqxxyy")).linkTo("All packs")).toBe("/packs");
  });
});
