import type { SearchQuery, SearchSort } from "~/platform/search-engine/search-engine";
import { type SearchableType, searchableTypes } from "~db/vocabulary/searchable-types";
import { dice } from "../demo/dice";
import { vocabularies, zipf } from "./made-vocabulary";

const packs: SearchableType[] = ["pack"];
const catalogueFacets = ["subject", "age", "duration", "material", "language", "type"];

const search = (text: string, content: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  types: [...searchableTypes],
  filters: {},
  audience: ["everyone", "members", "network:7"],
  facets: ["type"],
  sort: "best",
  page: 1,
  perPage: 20,
  language: "en",
  ...content,
});

/**
 * A mixed set of questions to the made documents: common words, rare ones, misspelt ones, beginnings of words, several
 * words, filters with counts of facets, and no words at all. The same for the same seed.
 */
export function searches(seed: number): { kind: string; query: SearchQuery }[] {
  const { telling } = vocabularies(seed)[0]!;
  const made = dice(seed + 100);
  const common = "water bridge paper energy wind light sound design build test".split(" ");
  const long = telling.slice(150, 2_000).filter((word) => word.length >= 7);
  const rare = telling.slice(8_000, 20_000).filter((word) => word.length >= 5);
  const times = <Item>(count: number, make: (n: number) => Item) =>
    Array.from({ length: count }, (_, n) => make(n));
  const kinds: Record<string, SearchQuery[]> = {
    common: common.map((word) => search(word)),
    rare: times(8, () => search(made.pick(rare))),
    misspelt: times(8, () => search(slip(made.pick(long), Math.floor(made.next() * 4)))),
    beginning: ["br", "ene", "mat", "sat", "pro", "wi"].map((word) => search(word)),
    several: times(10, () => search(`${made.pick(common)} ${zipf(made, telling)} ${zipf(made, telling)}`)),
    sentence: [
      search("how to build a bridge of paper that can hold water"),
      search("what is the force of the wind on a sail"),
    ],
    filtered: [
      ...common
        .slice(0, 5)
        .map((word) =>
          search(word, { types: packs, facets: catalogueFacets, filters: { subject: ["physics"] } }),
        ),
      ...common.slice(5).map((word) =>
        search(word, {
          types: ["resource"],
          facets: catalogueFacets,
          filters: { age: ["7-11"], language: ["en"] },
        }),
      ),
    ],
    "no words": (["best", "newest", "shortest", "title"] as SearchSort[]).flatMap((sort) => [
      search("", { types: packs, facets: catalogueFacets, sort }),
      search("", { types: ["resource"], facets: catalogueFacets, sort, filters: { subject: ["chemistry"] } }),
    ]),
  };
  return Object.entries(kinds).flatMap(([kind, queries]) => queries.map((query) => ({ kind, query })));
}

/** A word with one slip of the pen behind its third letter: two letters swapped, one left out, doubled or exchanged. */
function slip(word: string, which: number): string {
  const [head, a, b, tail] = [word.slice(0, 3), word[3]!, word[4]!, word.slice(5)];
  return head + [b + a, b, a + a + b, `x${b}`][which] + tail;
}
