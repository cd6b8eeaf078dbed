import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { materials, packMaterials, packs } from "~db/schema";
import { nameIn } from "../queries.server";
import type { NamedMaterial } from "./names";

/** A material as a box to tick. */
export type MaterialBox = {
  id: string;
  slug: string;
  name: string;
  kind: "consumable" | "tool";
  /** Published packs that use it. */
  packs: number;
};

/** Boxes offered of each kind, the most used first; everything else is typed. */
const MOST_OFFERED = 60;

/** Every material that was not merged into another, with all its names: what lists are read by. One query. */
export function wholeVocabulary(db: Reader): Promise<NamedMaterial[]> {
  return db
    .select({
      id: materials.id,
      slug: materials.slug,
      name: materials.name,
      synonyms: materials.synonyms,
      names: materials.names,
    })
    .from(materials)
    .where(isNull(materials.mergedInto));
}

/**
 * The boxes of the page: what is in the cupboard, and what packs use most. One query.
 * @param owned slugs
 */
export async function materialBoxes(
  db: Reader,
  owned: readonly string[],
  locale: string,
): Promise<MaterialBox[]> {
  const used = db
    .select({
      materialId: packMaterials.materialId,
      packs: sql<number>`count(distinct ${packMaterials.packId})::int`.as("packs"),
    })
    .from(packMaterials)
    .innerJoin(packs, eq(packs.id, packMaterials.packId))
    .where(isNotNull(packs.publishedAt))
    .groupBy(packMaterials.materialId)
    .as("used");
  const place = sql<number>`row_number() over (partition by ${materials.kind} order by ${used.packs} desc nulls last,
    ${materials.name})`;
  const ranked = db
    .select({
      id: materials.id,
      slug: materials.slug,
      name: materials.name,
      names: materials.names,
      kind: materials.kind,
      packs: sql<number>`coalesce(${used.packs}, 0)`.as("uses"),
      place: place.as("place"),
    })
    .from(materials)
    .leftJoin(used, eq(used.materialId, materials.id))
    .where(isNull(materials.mergedInto))
    .as("ranked");
  const offered = sql`${ranked.place} <= ${MOST_OFFERED} and ${ranked.packs} > 0`;
  const rows = await db
    .select()
    .from(ranked)
    .where(owned.length > 0 ? sql`(${offered}) or ${inArray(ranked.slug, [...owned])}` : offered)
    .orderBy(desc(ranked.packs), ranked.name);
  return rows.map(({ names, place: _place, ...box }) => ({
    ...box,
    name: nameIn({ name: box.name, names }, locale),
  }));
}

/** Names in the reader's language by id; one query, none for no ids. */
export async function namesOfMaterials(
  db: Reader,
  ids: readonly string[],
  locale: string,
): Promise<Map<string, { slug: string; name: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: materials.id, slug: materials.slug, name: materials.name, names: materials.names })
    .from(materials)
    .where(and(inArray(materials.id, [...ids]), isNull(materials.mergedInto)));
  return new Map(rows.map(({ id, slug, ...row }) => [id, { slug, name: nameIn(row, locale) }]));
}
