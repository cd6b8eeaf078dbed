import type { Searchable } from "~/platform/search-engine/searchable";
import type { Asker } from "./address";
import { type Counted, countOf } from "./counts.server";
import { kindsApart, listOf, typesOf } from "./kinds";

export type WhatThereIs = Awaited<ReturnType<typeof whatThereIs>>;

/** Every kind with how many of it the reader may find; one that has no page of its own only where there is something. */
export async function whatThereIs({ services, audience }: Asker) {
  const { searchEngine, searchables, db } = services;
  const query = { text: "", audience, filters: {}, page: 1, perPage: 1, sort: "best" as const };
  const together = kindsApart(searchables, false);
  const [all, ...apart] = await Promise.all([
    searchEngine.search({ ...query, types: typesOf(together), facets: ["type"] }),
    ...kindsApart(searchables, true).map(async (kind): Promise<[Searchable, Counted]> => {
      const { countAll } = kind.presented;
      if (countAll) return [kind, { total: await countAll(db), capped: false }];
      return [kind, await searchEngine.search({ ...query, types: [kind.type], facets: [] })];
    }),
  ]);
  const counts = new Map((all.facets.type ?? []).map(({ value, count }) => [value, count]));
  const counted = [
    ...together.map((kind): [Searchable, Counted] => [
      kind,
      { total: counts.get(kind.type) ?? 0, capped: false },
    ]),
    ...apart,
  ];
  return {
    state: "beginning" as const,
    kinds: counted
      .filter(([{ presented }, { total }]) => total > 0 || presented.list)
      .map(([kind, count]) => ({
        to: listOf(kind),
        name: kind.presented.name(),
        about: kind.presented.about(),
        // Where counting stopped early among kinds that stand together, no number is true.
        count: all.capped && !kind.presented.apart ? "" : kind.presented.count(countOf(count)),
      })),
  };
}
