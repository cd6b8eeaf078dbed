import { asc, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { activities, packMaterials, packs } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { assertComplete } from "../complete.server";
import type { PackFact } from "../facts";
import { mayEditPacks, maySeePack } from "../permissions";

/**
 * Opens a pack to everybody, reviewed as of now. Publishing what is published changes nothing.
 * @param input.at when it was first published, where the house brings in packs that are older than their import
 * @throws NotFound, NotAllowed; RuleBroken naming what the pack still lacks
 */
export async function publishPack(
  services: Services,
  actor: Actor,
  input: { slug: string; at?: Date },
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const [pack] = await tx.select().from(packs).where(eq(packs.slug, input.slug)).for("update");
    if (!pack || !maySeePack(actor, pack)) throw new NotFound();
    if (!mayEditPacks(actor)) throw new NotAllowed();
    if (pack.publishedAt) return;
    assertComplete({ ...pack, ...(await partsOf(tx, pack.id)) });
    const at = (actor.kind === "system" && input.at) || new Date();
    await tx.update(packs).set({ publishedAt: at, reviewedAt: at }).where(eq(packs.id, pack.id));
    await audit(tx, actor, { act: "pack published", subjectType: "pack", subjectId: pack.id });
    await announce<PackFact>(tx, { kind: "packs.published", packId: pack.id });
  });
}

async function partsOf(tx: Transaction, packId: string) {
  return {
    activities: await tx
      .select({ steps: activities.steps })
      .from(activities)
      .where(eq(activities.packId, packId))
      .orderBy(asc(activities.position)),
    materials: await tx
      .select({ id: packMaterials.id })
      .from(packMaterials)
      .where(eq(packMaterials.packId, packId)),
  };
}
