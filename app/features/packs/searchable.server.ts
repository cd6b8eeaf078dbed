import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Database, Reader } from "~db/client.server";
import { activities, materials, packMaterials, packs } from "~db/schema";
import { ageBandsOf } from "~db/vocabulary/ages";
import { durationOf } from "~db/vocabulary/durations";
import { compactDrawing } from "./drawing";

/** What a result row shows of a pack, beside its texts. */
export type PackShown = {
  subjects: string[];
  ageFrom: number;
  ageTo: number;
  minutes: number;
  drawing: string[];
};

/** Packs as they are found: published ones, by everybody. */
export const packSearchable = { type: "pack" as const, loadDocuments, allIds };

const PORTION = 500;

async function* allIds(db: Database): AsyncIterable<string[]> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db
      .select({ id: packs.id })
      .from(packs)
      .where(and(isNotNull(packs.publishedAt), gt(packs.id, last)))
      .orderBy(asc(packs.id))
      .limit(PORTION);
    if (rows.length === 0) return;
    last = rows.at(-1)!.id;
    yield rows.map(({ id }) => id);
  }
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

// A sentence of its own, because it may be what the excerpt shows: "String (twine, ficelle)."
function namesOf({ name, synonyms, names }: MaterialRow): string {
  const others = [...synonyms, ...Object.values(names)].join(", ");
  return others ? `${name} (${others}).` : `${name}.`;
}

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join("\n");

// A title that runs into the next sentence would read oddly in an excerpt.
const sentence = (title: string) => (/[.!?…]$/.test(title) ? title : `${title}.`);
