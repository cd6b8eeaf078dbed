import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { m } from "~/platform/i18n/messages";
import { minutesText } from "~/platform/i18n/vocabulary";
import { allIdsOf } from "~/platform/search-engine/all-ids.server";
import type { SearchDocument, SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Reader } from "~db/client.server";
import { activities, materials, packMaterials, packs } from "~db/schema";
import { ageBandsOf } from "~db/vocabulary/ages";
import { durationOf } from "~db/vocabulary/durations";
import { namesOf, paragraphs } from "./searchable-text";

const shownSchema = z.object({
  pack: z.string().catch(""),
  position: z.number().int().catch(1),
  minutes: z.number().nullable().catch(null),
});

/** What a result row shows of an activity, beside its texts: the title of its pack, its place in it. */
type ActivityShown = z.infer<typeof shownSchema>;

/** Activities as they are found: those of published packs, by everybody. Their slug is their pack's. */
export const activitySearchable: Searchable = {
  type: "activity",
  loadDocuments,
  allIds: (db) => allIdsOf(db, activities),
  presented: {
    name: m.packs_activities_name,
    about: m.packs_activities_about,
    count: m.packs_activities_count,
    all: m.packs_activities_all,
    path: ({ slug, shown }) =>
      `/packs/${encodeURIComponent(slug)}#activity-${shownSchema.parse(shown).position}`,
    list: null,
    tags,
    written: true,
    apart: false,
    inApi: true,
  },
};

function tags({ shown }: SearchHit): string[] {
  const { pack, minutes } = shownSchema.parse(shown);
  return [pack && m.packs_activities_of({ pack }), minutes === null ? "" : minutesText(minutes)];
}

/** The activities of packs, published or not: what is indexed anew with a pack. */
export async function activityIdsOf(db: Pick<Reader, "select">, packIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: activities.id })
    .from(activities)
    .where(inArray(activities.packId, packIds));
  return rows.map(({ id }) => id);
}

/** The documents of activities whose pack is published; two queries however many. */
async function loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]> {
  const rows = await db
    .select({ activity: activities, pack: packs })
    .from(activities)
    .innerJoin(packs, eq(packs.id, activities.packId))
    .where(and(inArray(activities.id, ids), isNotNull(packs.publishedAt)));
  if (rows.length === 0) return [];
  const lines = await linesOf(db, [...new Set(rows.map(({ pack }) => pack.id))]);
  return rows.map((row) =>
    documentOf(
      row,
      lines.filter(({ packId, usedIn }) => packId === row.pack.id && usedIn.includes(row.activity.position)),
    ),
  );
}

const linesOf = (db: Reader, packIds: string[]) =>
  db
    .select({
      packId: packMaterials.packId,
      usedIn: packMaterials.usedIn,
      slug: materials.slug,
      name: materials.name,
      synonyms: materials.synonyms,
      names: materials.names,
    })
    .from(packMaterials)
    .innerJoin(materials, eq(materials.id, packMaterials.materialId))
    .where(inArray(packMaterials.packId, packIds))
    .orderBy(asc(packMaterials.position));

type Row = { activity: typeof activities.$inferSelect; pack: typeof packs.$inferSelect };
type Line = Awaited<ReturnType<typeof linesOf>>[number];

function documentOf({ activity, pack }: Row, lines: Line[]): SearchDocument {
  const shown: ActivityShown = { pack: pack.title, position: activity.position, minutes: activity.minutes };
  return {
    type: "activity",
    recordId: activity.id,
    slug: pack.slug,
    title: activity.title,
    summary: activity.summary,
    keywords: [],
    body: paragraphs(...activity.steps, ...lines.map(namesOf)),
    language: pack.language,
    facets: {
      subject: pack.subjects,
      age: ageBandsOf(pack.ageFrom, pack.ageTo),
      duration: [durationOf(activity.minutes)],
      material: [...new Set(lines.map(({ slug }) => slug))],
      language: [pack.language],
      licence: [pack.licence],
    },
    audience: ["everyone"],
    shown,
    minutes: activity.minutes,
    newestAt: pack.publishedAt!,
  };
}
