import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { m } from "~/platform/i18n/messages";
import { agesText, minutesText, subjectName } from "~/platform/i18n/vocabulary";
import { allIdsOf } from "~/platform/search-engine/all-ids.server";
import type { SearchDocument, SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Reader } from "~db/client.server";
import { activities, materials, packMaterials, packs } from "~db/schema";
import { ageBandsOf } from "~db/vocabulary/ages";
import { durationOf } from "~db/vocabulary/durations";
import { compactDrawing } from "./drawing";
import { namesOf, paragraphs } from "./searchable-text";

/** What a result row shows of a pack, beside its texts. */
export type PackShown = {
  subjects: string[];
  ageFrom: number;
  ageTo: number;
  minutes: number;
  drawing: string[];
};

const shownSchema = z.object({
  subjects: z.array(z.string()).catch([]),
  ageFrom: z.number().nullable().catch(null),
  ageTo: z.number().nullable().catch(null),
  minutes: z.number().nullable().catch(null),
  drawing: z.array(z.string()).catch([]),
});

/** Packs as they are found: published ones, by everybody. */
export const packSearchable: Searchable = {
  type: "pack",
  loadDocuments,
  allIds: (db) => allIdsOf(db, packs, isNotNull(packs.publishedAt)),
  presented: {
    name: m.nav_packs,
    about: m.packs_search_about,
    count: m.packs_search_count,
    all: m.packs_search_all,
    path: ({ slug }) => `/packs/${encodeURIComponent(slug)}`,
    list: { path: "/packs", takesWords: true },
    tags,
    picture,
    written: true,
    apart: false,
    inApi: true,
  },
};

function tags({ shown }: SearchHit): string[] {
  const { ageFrom, ageTo, minutes, subjects } = shownSchema.parse(shown);
  return [
    ageFrom === null || ageTo === null ? "" : agesText(ageFrom, ageTo),
    minutes === null ? "" : minutesText(minutes),
    ...subjects.slice(0, 1).map(subjectName),
  ];
}

function picture({ shown }: SearchHit) {
  const { subjects, drawing } = shownSchema.parse(shown);
  return subjects[0] ? { cover: { subject: subjects[0], drawing } } : null;
}

/** The documents of published packs among these; three queries however many. */
async function loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]> {
  const found = await db
    .select()
    .from(packs)
    .where(and(inArray(packs.id, ids), isNotNull(packs.publishedAt)));
  if (found.length === 0) return [];
  const foundIds = found.map(({ id }) => id);
  const activityRows = await db
    .select({
      packId: activities.packId,
      title: activities.title,
      summary: activities.summary,
      steps: activities.steps,
    })
    .from(activities)
    .where(inArray(activities.packId, foundIds))
    .orderBy(asc(activities.position));
  const materialRows = await db
    .select({
      packId: packMaterials.packId,
      slug: materials.slug,
      name: materials.name,
      synonyms: materials.synonyms,
      names: materials.names,
    })
    .from(packMaterials)
    .innerJoin(materials, eq(materials.id, packMaterials.materialId))
    .where(inArray(packMaterials.packId, foundIds))
    .orderBy(asc(packMaterials.position));
  return found.map((pack) => {
    const ofPack = ({ packId }: { packId: string }) => packId === pack.id;
    return documentOf(pack, activityRows.filter(ofPack), materialRows.filter(ofPack));
  });
}

type PackRow = typeof packs.$inferSelect;
type ActivityRow = Pick<typeof activities.$inferSelect, "title" | "summary" | "steps">;
type MaterialRow = Pick<typeof materials.$inferSelect, "slug" | "name" | "synonyms" | "names">;

function documentOf(pack: PackRow, activityRows: ActivityRow[], materialRows: MaterialRow[]): SearchDocument {
  const shown: PackShown = {
    subjects: pack.subjects,
    ageFrom: pack.ageFrom,
    ageTo: pack.ageTo,
    minutes: pack.minutes,
    drawing: compactDrawing(pack.drawing),
  };
  return {
    type: "pack",
    recordId: pack.id,
    slug: pack.slug,
    title: pack.title,
    summary: pack.summary,
    keywords: pack.keywords,
    body: paragraphs(
      pack.why,
      ...activityRows.flatMap(({ title, summary, steps }) => [sentence(title), summary, ...steps]),
      ...pack.careers.flatMap(({ title, text }) => [sentence(title), text]),
      ...pack.safety,
      ...materialRows.map(namesOf),
    ),
    language: pack.language,
    facets: {
      subject: pack.subjects,
      age: ageBandsOf(pack.ageFrom, pack.ageTo),
      duration: [durationOf(pack.minutes)],
      material: [...new Set(materialRows.map(({ slug }) => slug))],
      language: [pack.language],
      licence: [pack.licence],
    },
    audience: ["everyone"],
    shown,
    minutes: pack.minutes,
    newestAt: pack.publishedAt!,
  };
}

// A title that runs into the next sentence would read oddly in an excerpt.
const sentence = (title: string) => (/[.!?…]$/.test(title) ? title : `${title}.`);
