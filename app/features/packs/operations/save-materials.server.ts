import { and, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { NotAllowed } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { materials } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { announceChangedPacks } from "../changed-packs.server";
import { checked } from "../checked.server";
import { type MaterialContent, type MaterialInput, MOST_MATERIALS_AT_ONCE, materialSchema } from "../pack";
import { mayEditMaterials } from "../permissions";
import { writeSubstitutes } from "../substitutes.server";

const materialsSchema = z
  .array(materialSchema)
  .max(MOST_MATERIALS_AT_ONCE, "packs_list_long")
  .refine((rows) => new Set(rows.map(({ slug }) => slug)).size === rows.length, "packs_material_twice");

/**
 * Adds materials to the vocabulary and corrects the ones that are there, by slug. None is removed. One that was merged
 * into another is passed over: its names are the other's now.
 * @returns how many were added or say something else now
 * @throws NotAllowed for anybody but librarians; RuleBroken where one breaks a rule or a substitute is unknown
 */
export async function saveMaterials(
  services: Services,
  actor: Actor,
  input: MaterialInput[],
): Promise<{ saved: number }> {
  if (!mayEditMaterials(actor)) throw new NotAllowed();
  const rows = checked(materialsSchema, input);
  if (rows.length === 0) return { saved: 0 };
  return transaction(services.db, async (tx) => {
    const named = await writeNames(tx, rows);
    await announceChangedPacks(tx, named);
    const changed = await writeSubstitutes(tx, await withIds(tx, rows));
    return { saved: new Set([...named, ...changed]).size };
  });
}

/** @returns ids of the materials that were added or have other names now */
async function writeNames(tx: Transaction, rows: MaterialContent[]): Promise<string[]> {
  const { name, unit, kind, synonyms, names, mergedInto } = materials;
  const saved = await tx
    .insert(materials)
    .values(rows.map(({ substitutes: _substitutes, ...columns }) => columns))
    .onConflictDoUpdate({
      target: materials.slug,
      set: Object.fromEntries(
        ["name", "unit", "kind", "synonyms", "names"].map((column) => [
          column,
          sql.raw(`excluded.${column}`),
        ]),
      ),
      setWhere: sql`${mergedInto} is null and (${name}, ${unit}, ${kind}, ${synonyms}, ${names}) is distinct from
        (excluded.name, excluded.unit, excluded.kind, excluded.synonyms, excluded.names)`,
    })
    .returning({ id: materials.id });
  return saved.map(({ id }) => id);
}

/** The materials that say what can stand for them, without those that were merged. */
async function withIds(tx: Transaction, rows: MaterialContent[]) {
  const given = new Map(
    rows.flatMap(({ slug, substitutes }) => (substitutes ? [[slug, substitutes] as const] : [])),
  );
  if (given.size === 0) return [];
  const found = await tx
    .select({ id: materials.id, slug: materials.slug })
    .from(materials)
    .where(and(inArray(materials.slug, [...given.keys()]), isNull(materials.mergedInto)))
    .orderBy(materials.id)
    .for("update");
  return found.map(({ id, slug }) => ({ materialId: id, slug, substitutes: given.get(slug)! }));
}
