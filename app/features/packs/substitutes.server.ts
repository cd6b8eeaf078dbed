import { eq, inArray } from "drizzle-orm";
import { RuleBroken } from "~/platform/errors/errors";
import { materialSubstitutes } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { SubstituteContent } from "./pack";
import { holdMaterials } from "./vocabulary.server";

/** What shall stand for a material from now on. */
export type NewSubstitutes = { materialId: string; slug: string; substitutes: SubstituteContent[] };

/**
 * Writes what can stand for materials, in place of what could before.
 * @returns ids of the materials for which something else can stand now
 * @throws RuleBroken where a material would stand for itself, or one is unknown
 */
export async function writeSubstitutes(tx: Transaction, all: NewSubstitutes[]): Promise<Set<string>> {
  if (all.length === 0) return new Set();
  if (all.some(({ slug, substitutes }) => substitutes.some(({ material }) => material === slug))) {
    throw new RuleBroken("packs_substitute_itself", {}, "substitutes");
  }
  const ids = await holdMaterials(
    tx,
    all.flatMap(({ substitutes }) => substitutes.map(({ material }) => material)),
  );
  const wanted = all.flatMap(({ materialId, substitutes }) => rowsOf(materialId, substitutes, ids));
  const materialIds = all.map(({ materialId }) => materialId);
  const before = await tx
    .select()
    .from(materialSubstitutes)
    .where(inArray(materialSubstitutes.materialId, materialIds));
  const changed = new Set(materialIds.filter((id) => said(before, id) !== said(wanted, id)));
  for (const id of changed) {
    await tx.delete(materialSubstitutes).where(eq(materialSubstitutes.materialId, id));
  }
  const rows = wanted.filter(({ materialId }) => changed.has(materialId));
  if (rows.length > 0) await tx.insert(materialSubstitutes).values(rows);
  return changed;
}

type Row = typeof materialSubstitutes.$inferSelect;

// Two slugs may mean one material since a merge, and one of them the material itself.
function rowsOf(materialId: string, substitutes: SubstituteContent[], ids: Map<string, string>): Row[] {
  const rows = new Map<string, Row>();
  for (const { material, note } of substitutes) {
    const substituteId = ids.get(material)!;
    if (substituteId !== materialId && !rows.has(substituteId)) {
      rows.set(substituteId, { materialId, substituteId, note: note || null });
    }
  }
  return [...rows.values()];
}

const said = (rows: Row[], id: string) =>
  JSON.stringify(
    rows
      .filter(({ materialId }) => materialId === id)
      .map(({ substituteId, note }) => [substituteId, note])
      .sort(),
  );
