import { and, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { NotAllowed } from "~/platform/errors/errors";
import { announceInPortions } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { materials, packMaterials, packs } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { checked } from "../checked.server";
import type { PackFact } from "../facts";
import { type MaterialInput, MOST_MATERIALS_AT_ONCE, materialSchema } from "../pack";
import { mayEditMaterials } from "../permissions";

const materialsSchema = z
  .array(materialSchema)
  .max(MOST_MATERIALS_AT_ONCE, "packs_list_long")
  .refine((rows) => new Set(rows.map(({ slug }) => slug)).size === rows.length, "packs_material_twice");

/**
 * Adds materials to the vocabulary and corrects the ones that are there, by slug. None is removed.
 * @returns how many were added or say something else now
 * @throws NotAllowed for anybody but librarians; RuleBroken where one breaks a rule
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
    const { name, unit, kind, synonyms, names } = materials;
    const saved = await tx
      .insert(materials)
      .values(rows)
      .onConflictDoUpdate({
        target: materials.slug,
        set: Object.fromEntries(
          ["name", "unit", "kind", "synonyms", "names"].map((column) => [
            column,
            sql.raw(`excluded.${column}`),
          ]),
        ),
        setWhere: sql`(${name}, ${unit}, ${kind}, ${synonyms}, ${names}) is distinct from
          (excluded.name, excluded.unit, excluded.kind, excluded.synonyms, excluded.names)`,
      })
      .returning({ id: materials.id });
    await announceChangedPacks(
      tx,
      saved.map(({ id }) => id),
    );
    return { saved: saved.length };
  });
}

// A pack is found by the names of its materials, so another name changes what is found.
async function announceChangedPacks(tx: Transaction, materialIds: string[]) {
  if (materialIds.length === 0) return;
  const using = tx
    .select({ packId: packMaterials.packId })
    .from(packMaterials)
    .where(inArray(packMaterials.materialId, materialIds));
  const changed = await tx
    .select({ id: packs.id })
    .from(packs)
    .where(and(inArray(packs.id, using), isNotNull(packs.publishedAt)));
  await announceInPortions<PackFact>(
    tx,
    changed.map(({ id }) => id),
    (packIds) => ({ kind: "packs.materials-changed", packIds }),
  );
}
