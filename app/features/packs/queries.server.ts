import { asc, count, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import { activities, materials, packMaterials, packs } from "~db/schema";
import { compactDrawing } from "./drawing";
import { maySeePack } from "./permissions";

/** The name of a material in a language, English where it has none of its own. */
export function nameIn(material: { name: string; names: Record<string, string> }, locale: string): string {
  const name = material.names[locale] ?? material.name;
  // Dictionaries write nouns small; in a list of things they begin with a capital.
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/**
 * A whole pack, as its page shows it. Three queries.
 * @param locale language of the materials' names
 * @throws NotFound where there is none, or the reader may not see it
 */
export async function readPack(db: Reader, actor: Actor, slug: string, locale: string) {
  const [pack] = await db.select().from(packs).where(eq(packs.slug, slug));
  if (!pack || !maySeePack(actor, pack)) throw new NotFound();
  const activityRows = await db
    .select({
      title: activities.title,
      summary: activities.summary,
      minutes: activities.minutes,
      steps: activities.steps,
    })
    .from(activities)
    .where(eq(activities.packId, pack.id))
    .orderBy(asc(activities.position));
  const lines = await db
    .select({
      slug: materials.slug,
      name: materials.name,
      names: materials.names,
      kind: materials.kind,
      perGroup: packMaterials.perGroup,
      perClass: packMaterials.perClass,
      unit: packMaterials.unit,
      note: packMaterials.note,
      usedIn: packMaterials.usedIn,
      position: packMaterials.position,
    })
    .from(packMaterials)
    .innerJoin(materials, eq(materials.id, packMaterials.materialId))
    .where(eq(packMaterials.packId, pack.id))
    .orderBy(asc(packMaterials.position));
  return {
    ...pack,
    activities: activityRows,
    materials: lines.map(({ names, ...line }) => ({
      ...line,
      name: nameIn({ name: line.name, names }, locale),
    })),
  };
}

/** Names of materials by slug; slugs that no material has are left out. One query. */
export async function materialNames(
  db: Reader,
  slugs: string[],
  locale: string,
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select({ slug: materials.slug, name: materials.name, names: materials.names })
    .from(materials)
    .where(inArray(materials.slug, slugs));
  return new Map(rows.map((row) => [row.slug, nameIn(row, locale)]));
}

/** What a cover and the line under it need. */
export type PackCard = {
  slug: string;
  title: string;
  summary: string;
  language: string;
  /** Gives the cover its colour. */
  subject: string;
  drawing: string[];
  ageFrom: number;
  ageTo: number;
  minutes: number;
};

/**
 * The packs that were published last.
 * @param most how many at most
 */
export async function newestPacks(db: Reader, most: number): Promise<PackCard[]> {
  const rows = await db
    .select({
      slug: packs.slug,
      title: packs.title,
      summary: packs.summary,
      language: packs.language,
      subjects: packs.subjects,
      drawing: packs.drawing,
      ageFrom: packs.ageFrom,
      ageTo: packs.ageTo,
      minutes: packs.minutes,
    })
    .from(packs)
    .where(isNotNull(packs.publishedAt))
    .orderBy(desc(packs.publishedAt), desc(packs.id))
    .limit(most);
  return rows.map(({ subjects, drawing, ...card }) => ({
    ...card,
    subject: subjects[0]!,
    drawing: compactDrawing(drawing),
  }));
}

/** How many packs are published. */
export async function countPacks(db: Reader): Promise<number> {
  const [row] = await db.select({ packs: count() }).from(packs).where(isNotNull(packs.publishedAt));
  return row?.packs ?? 0;
}
