import { asc, gt, inArray, isNull } from "drizzle-orm";
import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Database, Reader } from "~db/client.server";
import { materials, resources } from "~db/schema";
import { ageBandsOf } from "~db/vocabulary/ages";
import { durationOf } from "~db/vocabulary/durations";
import { languageFamily } from "./language";
import { materialFinder } from "./material-names";
import { plainTextOf, readText } from "./text/blocks";

/** What a result row shows of a resource, beside its texts. */
export type ResourceShown = {
  kind: string;
  subjects: string[];
  licence: string;
  collection: string;
  minutes: number | null;
};

/** Resources as they are found: all of them, by everybody. */
export const resourceSearchable = { type: "resource" as const, loadDocuments, allIds };

const PORTION = 500;

async function* allIds(db: Database): AsyncIterable<string[]> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db
      .select({ id: resources.id })
      .from(resources)
      .where(gt(resources.id, last))
      .orderBy(asc(resources.id))
      .limit(PORTION);
    if (rows.length === 0) return;
    last = rows.at(-1)!.id;
    yield rows.map(({ id }) => id);
  }
}

type ResourceRow = Omit<typeof resources.$inferSelect, "source">;

/** The documents of these resources; two queries however many. */
async function loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]> {
  const rows = await db.query.resources.findMany({
    where: inArray(resources.id, ids),
    columns: { source: false },
  });
  if (rows.length === 0) return [];
  const vocabulary = await db
    .select({
      slug: materials.slug,
      name: materials.name,
      synonyms: materials.synonyms,
      names: materials.names,
    })
    .from(materials)
    .where(isNull(materials.mergedInto));
  const materialsIn = materialFinder(
    vocabulary.map(({ slug, name, synonyms, names }) => ({
      slug,
      names: [name, ...synonyms, ...Object.values(names)],
    })),
  );
  return rows.map((row) => documentOf(row, materialsIn));
}

function documentOf(row: ResourceRow, materialsIn: (text: string) => string[]): SearchDocument {
  const shown: ResourceShown = {
    kind: row.kind,
    subjects: row.subjects,
    licence: row.licence,
    collection: row.collection,
    minutes: row.minutes,
  };
  const text = plainTextOf(readText(row.body, row.title));
  return {
    type: "resource",
    recordId: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    keywords: [...row.topics, row.kind],
    body: [text, ...row.materials, row.collection, row.author].filter(Boolean).join("\n"),
    language: row.language,
    facets: {
      subject: row.subjects,
      age: ageBandsOf(row.ageFrom, row.ageTo),
      duration: row.minutes === null ? [] : [durationOf(row.minutes)],
      material: [...new Set(row.materials.flatMap(materialsIn))],
      language: [languageFamily(row.language)],
      licence: [row.licence],
      kind: row.kind ? [row.kind] : [],
    },
    audience: ["everyone"],
    shown,
    minutes: row.minutes,
    newestAt: row.createdAt,
  };
}
