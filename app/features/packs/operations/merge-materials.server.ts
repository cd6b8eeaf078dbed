import { eq, inArray, or } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { materialSubstitutes, materials, packMaterials } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { announceChangedPacks } from "../changed-packs.server";
import type { MaterialsMerged } from "../facts";
import { unitedNames } from "../merging";
import { MOST_SYNONYMS } from "../pack";
import { mayEditMaterials } from "../permissions";

/**
 * Makes two materials one, for good: packs that used the one use the other, which takes over its names and substitutes.
 * The slug of the one that goes keeps its meaning. Merged already, it changes nothing.
 * @param input slugs; `from` goes, `into` stays
 * @throws NotFound, NotAllowed; RuleBroken for a material and itself, or too many names; Conflict where one of them was
 * merged into a third meanwhile
 */
export async function mergeMaterials(
  services: Services,
  actor: Actor,
  input: { from: string; into: string },
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const rows = await tx
      .select()
      .from(materials)
      .where(inArray(materials.slug, [input.from, input.into]))
      // Whichever of two is merged into the other, both are taken in one order.
      .orderBy(materials.id)
      .for("update");
    const from = rows.find(({ slug }) => slug === input.from);
    const into = rows.find(({ slug }) => slug === input.into);
    if (!from || !into) throw new NotFound();
    if (!mayEditMaterials(actor)) throw new NotAllowed();
    if (from.id === into.id) throw new RuleBroken("packs_merge_itself", {}, "into");
    if (from.mergedInto === into.id) return;
    for (const { mergedInto, name } of [from, into]) {
      if (mergedInto) throw new Conflict("packs_merge_gone", { material: name }, "into");
    }
    const united = unitedNames(into, from);
    if (united.synonyms.length > MOST_SYNONYMS) {
      throw new RuleBroken("packs_merge_names", { most: MOST_SYNONYMS }, "into");
    }
    await tx.update(materials).set(united).where(eq(materials.id, into.id));
    await tx.update(packMaterials).set({ materialId: into.id }).where(eq(packMaterials.materialId, from.id));
    await repointSubstitutes(tx, from.id, into.id);
    // What was merged into the one that goes leads to the one that stays: one step from any old slug.
    await tx
      .update(materials)
      .set({ mergedInto: into.id })
      .where(or(eq(materials.id, from.id), eq(materials.mergedInto, from.id)));
    await audit(tx, actor, {
      act: "materials merged",
      subjectType: "material",
      subjectId: into.id,
      details: { from: from.id },
    });
    await announceChangedPacks(tx, [into.id]);
    await announce<MaterialsMerged>(tx, { kind: "packs.materials-merged", materialId: into.id });
  });
}

// Where both had the same substitute, the note of the one that stays is kept; nothing comes to stand for itself.
async function repointSubstitutes(tx: Transaction, from: string, into: string) {
  const s = materialSubstitutes;
  const moved = await tx
    .delete(s)
    .where(or(eq(s.materialId, from), eq(s.substituteId, from)))
    .returning();
  const swapped = (id: string) => (id === from ? into : id);
  const rows = moved
    .map(({ materialId, substituteId, note }) => ({
      materialId: swapped(materialId),
      substituteId: swapped(substituteId),
      note,
    }))
    .filter(({ materialId, substituteId }) => materialId !== substituteId);
  if (rows.length > 0) await tx.insert(s).values(rows).onConflictDoNothing();
}
