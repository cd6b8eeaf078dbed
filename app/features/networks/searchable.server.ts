import { asc, gt, inArray } from "drizzle-orm";
import { countryName } from "~/features/schools/index.server";
import { locales } from "~/platform/i18n/locale";
import { withLocale } from "~/platform/i18n/locale.server";
import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Database, Reader } from "~db/client.server";
import { networks } from "~db/schema";

/** Networks as they are found: all of them, by everybody. */
export const networkSearchable = { type: "network" as const, loadDocuments, allIds };

const PORTION = 500;

async function* allIds(db: Database): AsyncIterable<string[]> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db
      .select({ id: networks.id })
      .from(networks)
      .where(gt(networks.id, last))
      .orderBy(asc(networks.id))
      .limit(PORTION);
    if (rows.length === 0) return;
    last = rows.at(-1)!.id;
    yield rows.map(({ id }) => id);
  }
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
  audience: ["everyone"],
  shown: { country, region },
  minutes: null,
  newestAt: createdAt,
});
