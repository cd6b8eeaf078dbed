import { countSchools } from "~/features/schools/index.server";
import { m } from "~/platform/i18n/messages";
import type { Asker } from "./address";
import { folderOf, foundKinds } from "./kinds";
import { countOf, kindAbout, kindCount, kindName } from "./words.server";

export type WhatThereIs = Awaited<ReturnType<typeof whatThereIs>>;

/** Every kind with how many of it the reader may find, and the schools. */
export async function whatThereIs({ services, audience }: Asker) {
  const [all, countries] = await Promise.all([
    services.searchEngine.search({
      ...{ text: "", audience, filters: {}, page: 1, perPage: 1 },
      types: foundKinds,
      facets: ["type"],
      sort: "best",
    }),
    countSchools(services.db),
  ]);
  const counts = new Map((all.facets.type ?? []).map(({ value, count }) => [value, count]));
  const schools = countries.reduce((sum, country) => sum + country.schools, 0);
  return {
    state: "beginning" as const,
    kinds: [
      ...foundKinds.map((kind) => ({
        to: folderOf(kind),
        name: kindName(kind),
        about: kindAbout(kind),
        // Where counting stopped early among all kinds together, no number is true.
        count: all.capped ? "" : kindCount(kind, { total: counts.get(kind) ?? 0, capped: false }),
      })),
      {
        to: "/schools",
        name: m.search_schools(),
        about: m.search_school_about(),
        count: m.search_school_count(countOf({ total: schools, capped: false })),
      },
    ],
  };
}
