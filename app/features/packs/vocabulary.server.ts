import { inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { Conflict, RuleBroken } from "~/platform/errors/errors";
import type { Reader } from "~db/client.server";
import { materials } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

const survivors = alias(materials, "survivors");

/**
 * What slugs of materials mean today: one that was merged means the material it was merged into. Slugs that no material
 * has are left out. One query, none for no slugs.
 */
export async function currentSlugs(db: Reader, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select({ slug: materials.slug, current: survivors.slug })
    .from(materials)
    .innerJoin(survivors, sql`${survivors.id} = coalesce(${materials.mergedInto}, ${materials.id})`)
    .where(inArray(materials.slug, [...slugs]));
  return new Map(rows.map(({ slug, current }) => [slug, current]));
}

/** Merges that may come between looking a material up and holding it, before one gives up. */
const MOST_TURNS = 5;

/**
 * Holds materials until the transaction ends, so that none of them is merged away meanwhile. A slug that was merged
 * holds the material it means today.
 * @returns ids by slug
 * @throws RuleBroken that names the slugs no material has; Conflict when merges keep coming between
 */
export async function holdMaterials(
  tx: Transaction,
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const slugs = [...new Set(wanted)];
  if (slugs.length === 0) return new Map();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const rows = await tx
      .select({ slug: materials.slug, id: sql<string>`coalesce(${materials.mergedInto}, ${materials.id})` })
      .from(materials)
      .where(inArray(materials.slug, slugs));
    const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
    const unknown = slugs.filter((slug) => !ids.has(slug));
    if (unknown.length > 0) {
      throw new RuleBroken("packs_material_unknown", { materials: unknown.join(", ") }, "materials");
    }
    const distinct = [...new Set(ids.values())];
    const held = await tx
      .select({ mergedInto: materials.mergedInto })
      .from(materials)
      .where(inArray(materials.id, distinct))
      // Everybody in the same order, or two would wait for each other.
      .orderBy(materials.id)
      .for("share");
    if (held.length === distinct.length && held.every(({ mergedInto }) => mergedInto === null)) return ids;
  }
  throw new Conflict("packs_materials_moving");
}
