import { inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { m } from "~/platform/i18n/messages";
import { minutesText, subjectName } from "~/platform/i18n/vocabulary";
import { allIdsOf } from "~/platform/search-engine/all-ids.server";
import type { SearchDocument, SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Reader } from "~db/client.server";
import { materials, resources } from "~db/schema";
import { ageBandsOf } from "~db/vocabulary/ages";
import { durationOf } from "~db/vocabulary/durations";
import { kindName } from "./kinds";
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

const shownSchema = z.object({
  kind: z.string().catch(""),
  subjects: z.array(z.string()).catch([]),
  minutes: z.number().nullable().catch(null),
});

/** Resources as they are found: all of them, by everybody. */
export const resourceSearchable: Searchable = {
  type: "resource",
  loadDocuments,
  allIds: (db) => allIdsOf(db, resources),
  presented: {
    name: m.nav_resources,
    about: m.resources_search_about,
    count: m.resources_search_count,
    all: m.resources_search_all,
    path: ({ slug }) => `/resources/${encodeURIComponent(slug)}`,
    list: { path: "/resources", takesWords: true },
    tags,
    written: true,
    apart: false,
    inApi: true,
  },
};

function tags({ shown }: SearchHit): string[] {
  const { kind, subjects, minutes } = shownSchema.parse(shown);
  return [
    kind && kindName(kind),
    minutes === null ? "" : minutesText(minutes),
    ...subjects.slice(0, 1).map(subjectName),
  ];
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
