import { and, asc, count, countDistinct, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import { materialSubstitutes, materials, packMaterials, packs } from "~db/schema";
import { unitedNames } from "../merging";
import { mayEditMaterials } from "../permissions";

/**
 * The vocabulary in the order of the alphabet, a page of it; materials that were merged are left out. One query.
 * @param asked.text that one of their names holds; "" for all
 */
export async function listMaterials(
  db: Reader,
  { text, page, perPage }: { text: string; page: number; perPage: number },
) {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const names = sql`concat_ws(' ', ${materials.name}, array_to_string(${materials.synonyms}, ' '), ${materials.names}::text)`;
  const rows = await db
    .select({
      slug: materials.slug,
      name: materials.name,
      synonyms: materials.synonyms,
      kind: materials.kind,
      // Spelt out, because a column alone would be taken for one of the lines.
      packs: sql<number>`(select count(distinct l.pack_id) from pack_materials l where l.material_id = ${materials}.id)::int`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(materials)
    .where(and(isNull(materials.mergedInto), text ? sql`fold(${names}) like fold(${like})` : undefined))
    .orderBy(asc(materials.name), asc(materials.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

const survivors = alias(materials, "survivors");

/**
 * A material as a librarian edits it. Two queries.
 * @returns the material, or only the slug of the one it was merged into
 * @throws NotFound, NotAllowed
 */
export async function readMaterial(db: Reader, actor: Actor, slug: string) {
  const [row] = await db
    .select({ material: materials, movedTo: survivors.slug })
    .from(materials)
    .leftJoin(survivors, eq(survivors.id, materials.mergedInto))
    .where(eq(materials.slug, slug));
  if (!row) throw new NotFound();
  if (!mayEditMaterials(actor)) throw new NotAllowed();
  if (row.movedTo) return { movedTo: row.movedTo };
  const substitutes = await db
    .select({ slug: materials.slug, name: materials.name, note: materialSubstitutes.note })
    .from(materialSubstitutes)
    .innerJoin(materials, eq(materials.id, materialSubstitutes.substituteId))
    .where(eq(materialSubstitutes.materialId, row.material.id))
    .orderBy(asc(materials.name));
  return { movedTo: null, material: row.material, substitutes };
}

/** Packs that a page names before it says how many more there are. */
const MOST_NAMED = 8;

/**
 * What merging one material into another would do, before it is done. Three queries.
 * @returns null where one of them is not there (any more)
 */
export async function previewMerge(db: Reader, slugs: { from: string; into: string }) {
  const rows = await db
    .select()
    .from(materials)
    .where(
      and(isNull(materials.mergedInto), or(eq(materials.slug, slugs.from), eq(materials.slug, slugs.into))),
    );
  const from = rows.find(({ slug }) => slug === slugs.from);
  const into = rows.find(({ slug }) => slug === slugs.into);
  if (!from || !into || from === into) return null;
  const using = await db
    .selectDistinct({ slug: packs.slug, title: packs.title, language: packs.language })
    .from(packMaterials)
    .innerJoin(packs, eq(packs.id, packMaterials.packId))
    .where(eq(packMaterials.materialId, from.id))
    .orderBy(asc(packs.title))
    .limit(MOST_NAMED);
  const [counted] = await db
    .select({ packs: countDistinct(packMaterials.packId), lines: count() })
    .from(packMaterials)
    .where(eq(packMaterials.materialId, from.id));
  const united = unitedNames(into, from);
  return {
    from: { slug: from.slug, name: from.name, kind: from.kind },
    into: { slug: into.slug, name: into.name, kind: into.kind },
    packs: using,
    morePacks: (counted?.packs ?? 0) - using.length,
    newNames: [
      ...united.synonyms.filter((name) => !into.synonyms.includes(name)),
      ...Object.entries(united.names)
        .filter(([language]) => !(language in into.names))
        .map(([, name]) => name),
    ],
  };
}
