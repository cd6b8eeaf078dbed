import { and, asc, eq, inArray, notInArray, or } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { activities, materialSubstitutes, materials, packMaterials, packs } from "~db/schema";
import { compactDrawing } from "../drawing";
import { nameIn } from "../queries.server";
import type { Buildable } from "./find-buildable.server";

/** A material that is not in the cupboard. */
export type Lacking = {
  slug: string;
  name: string;
  /** What can stand for it: what is in the cupboard comes first. */
  substitutes: { slug: string; name: string; note: string | null; here: boolean }[];
};

/** One answer, with all that a row shows of it. */
export type BuildableRow = {
  slug: string;
  /** Of the pack. */
  title: string;
  language: string;
  subject: string;
  drawing: string[];
  ageFrom: number;
  ageTo: number;
  /** Of the activity, where it is one alone. */
  minutes: number;
  activity: { position: number; title: string } | null;
  have: number;
  /** Nothing in the cupboard does their work. */
  missing: Lacking[];
  /** Something in the cupboard does. */
  substituted: Lacking[];
};

/**
 * What the rows of one page say. Four queries, however many rows and whatever they lack.
 * @param owned ids of the materials in the cupboard
 * @param locale language of the materials' names
 */
export async function describeBuildable(
  db: Reader,
  found: Buildable[],
  owned: readonly string[],
  locale: string,
): Promise<BuildableRow[]> {
  if (found.length === 0) return [];
  const packIds = [...new Set(found.map(({ packId }) => packId))];
  const cards = await db.select(cardColumns).from(packs).where(inArray(packs.id, packIds));
  const alone = found.filter(({ position }) => position > 0);
  const activityRows = await db
    .select({
      packId: activities.packId,
      position: activities.position,
      title: activities.title,
      minutes: activities.minutes,
    })
    .from(activities)
    .where(
      alone.length > 0
        ? or(
            ...alone.map(({ packId, position }) =>
              and(eq(activities.packId, packId), eq(activities.position, position)),
            ),
          )
        : eq(activities.position, 0),
    );
  const lines = await lackingLines(db, packIds, owned, locale);
  const substitutes = await substitutesOf(db, [...new Set(lines.map(({ id }) => id))], owned, locale);
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return found.flatMap(({ packId, position, have }) => {
    const card = cardOf.get(packId);
    const activity = activityRows.find((row) => row.packId === packId && row.position === position);
    // Taken back between one query and the next.
    if (!card || (position > 0 && !activity)) return [];
    const { id: _id, subjects, drawing, ...shown } = card;
    const lacking = lackingOf(lines, packId, position).map(({ id, slug, name }) => ({
      slug,
      name,
      substitutes: substitutes.get(id) ?? [],
    }));
    const isHere = ({ substitutes }: Lacking) => substitutes.some(({ here }) => here);
    return {
      ...shown,
      subject: subjects[0]!,
      drawing: compactDrawing(drawing),
      minutes: activity?.minutes ?? card.minutes,
      activity: activity ? { position, title: activity.title } : null,
      have,
      missing: lacking.filter((material) => !isHere(material)),
      substituted: lacking.filter(isHere),
    };
  });
}

const cardColumns = {
  id: packs.id,
  slug: packs.slug,
  title: packs.title,
  language: packs.language,
  subjects: packs.subjects,
  drawing: packs.drawing,
  ageFrom: packs.ageFrom,
  ageTo: packs.ageTo,
  minutes: packs.minutes,
};

type Line = { packId: string; usedIn: number[]; id: string; slug: string; name: string };

async function lackingLines(db: Reader, packIds: string[], owned: readonly string[], locale: string) {
  const rows = await db
    .select({
      packId: packMaterials.packId,
      usedIn: packMaterials.usedIn,
      id: materials.id,
      slug: materials.slug,
      name: materials.name,
      names: materials.names,
    })
    .from(packMaterials)
    .innerJoin(materials, eq(materials.id, packMaterials.materialId))
    .where(and(inArray(packMaterials.packId, packIds), notInArray(packMaterials.materialId, [...owned])))
    .orderBy(asc(packMaterials.position));
  return rows.map(({ names, ...row }): Line => ({ ...row, name: nameIn({ name: row.name, names }, locale) }));
}

/** What a pack (0) or one of its activities lacks, each material once. */
function lackingOf(lines: Line[], packId: string, position: number): Line[] {
  const needed = lines.filter(
    (line) =>
      line.packId === packId &&
      (position === 0 || line.usedIn.length === 0 || line.usedIn.includes(position)),
  );
  return [...new Map(needed.map((line) => [line.id, line])).values()];
}

async function substitutesOf(db: Reader, ids: string[], owned: readonly string[], locale: string) {
  const rows = await db
    .select({
      materialId: materialSubstitutes.materialId,
      id: materials.id,
      slug: materials.slug,
      name: materials.name,
      names: materials.names,
      note: materialSubstitutes.note,
    })
    .from(materialSubstitutes)
    .innerJoin(materials, eq(materials.id, materialSubstitutes.substituteId))
    .where(inArray(materialSubstitutes.materialId, ids))
    .orderBy(asc(materials.name));
  const byMaterial = new Map<string, Lacking["substitutes"]>();
  for (const { materialId, id, slug, name, names, note } of rows) {
    const one = { slug, name: nameIn({ name, names }, locale), note, here: owned.includes(id) };
    const others = byMaterial.get(materialId) ?? [];
    byMaterial.set(materialId, one.here ? [one, ...others] : [...others, one]);
  }
  return byMaterial;
}
