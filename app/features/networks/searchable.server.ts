import { inArray } from "drizzle-orm";
import { z } from "zod";
import { countryName } from "~/features/schools/index.server";
import { locales } from "~/platform/i18n/locale";
import { withLocale } from "~/platform/i18n/locale.server";
import { m } from "~/platform/i18n/messages";
import { allIdsOf } from "~/platform/search-engine/all-ids.server";
import type { SearchDocument, SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Reader } from "~db/client.server";
import { networks } from "~db/schema";

const shownSchema = z.object({ region: z.string().catch(""), country: z.string().catch("") });

/** Networks as they are found: by everybody. */
export const networkSearchable: Searchable = {
  type: "network",
  loadDocuments,
  allIds: (db) => allIdsOf(db, networks),
  presented: {
    name: m.nav_networks,
    about: m.networks_search_about,
    count: m.networks_search_count,
    all: m.networks_search_all,
    path: ({ slug }) => `/networks/${encodeURIComponent(slug)}`,
    list: { path: "/networks", takesWords: false },
    tags,
    written: false,
    apart: false,
    inApi: true,
  },
};

function tags({ shown }: SearchHit): string[] {
  const { region, country } = shownSchema.parse(shown);
  return [region, country && countryName(country)];
}

async function loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]> {
  const rows = await db.select().from(networks).where(inArray(networks.id, ids));
  return rows.map(documentOf);
}

type Row = typeof networks.$inferSelect;

const documentOf = ({
  id,
  slug,
  name,
  country,
  region,
  summary,
  description,
  joinPolicy,
  state,
  createdAt,
}: Row): SearchDocument => ({
  type: "network",
  recordId: id,
  slug,
  title: name,
  summary,
  keywords: [region, ...locales.map((locale) => withLocale(locale, () => countryName(country)))].filter(
    Boolean,
  ),
  body: description,
  // Networks do not say in which language they write.
  language: "en",
  facets: { country: [country], policy: [joinPolicy] },
  // A closed network is found by its members alone.
  audience: [state === "closed" ? `network:${id}` : "everyone"],
  shown: { country, region },
  minutes: null,
  newestAt: createdAt,
});
