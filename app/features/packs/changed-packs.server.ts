import { and, inArray, isNotNull } from "drizzle-orm";
import { announceInPortions } from "~/platform/events/announce.server";
import { packMaterials, packs } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { PackFact } from "./facts";

/** Announces every published pack that uses one of these materials as changed: packs are found by their names. */
export async function announceChangedPacks(tx: Transaction, materialIds: string[]): Promise<void> {
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
