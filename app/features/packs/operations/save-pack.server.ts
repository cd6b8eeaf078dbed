import { and, eq, gt, sql } from "drizzle-orm";
import { NotAllowed } from "~/platform/errors/errors";
import { announce, announceInPortions } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { activities, packMaterials, packs } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { checked } from "../checked.server";
import { assertComplete } from "../complete.server";
import type { PackFact } from "../facts";
import { type PackContent, type PackInput, packSchema } from "../pack";
import { mayEditPacks } from "../permissions";
import { holdMaterials } from "../vocabulary.server";

/**
 * Saves a whole pack under its slug: a new one as a draft, a known one in place of what it said before, published or
 * not as it was.
 * @throws NotAllowed for anybody but librarians; RuleBroken where the content breaks a rule, names an unknown
 * material, or would leave a published pack incomplete
 */
export async function savePack(services: Services, actor: Actor, input: PackInput): Promise<{ id: string }> {
  if (!mayEditPacks(actor)) throw new NotAllowed();
  const content = checked(packSchema, input);
  return transaction(services.db, async (tx) => {
    const materialIds = await holdMaterials(
      tx,
      content.materials.map(({ material }) => material),
    );
    // The insert also locks a pack that is there: two who save at once take turns.
    const columns = columnsOf(content);
    const [pack] = await tx
      .insert(packs)
      .values({ ...columns, slug: content.slug, createdBy: actorId(actor) })
      .onConflictDoUpdate({ target: packs.slug, set: columns })
      .returning({ id: packs.id, publishedAt: packs.publishedAt });
    const { id, publishedAt } = pack!;
    if (publishedAt) assertComplete(content);
    await writeParts(tx, id, content, materialIds);
    if (publishedAt) await announce<PackFact>(tx, { kind: "packs.changed", packId: id });
    return { id };
  });
}

function columnsOf({ slug: _slug, activities: rows, materials: _materials, ...columns }: PackContent) {
  return { ...columns, minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0) };
}

async function writeParts(
  tx: Transaction,
  packId: string,
  content: PackContent,
  materialIds: Map<string, string>,
) {
  await writeActivities(tx, packId, content);
  await tx.delete(packMaterials).where(eq(packMaterials.packId, packId));
  if (content.materials.length === 0) return;
  await tx.insert(packMaterials).values(
    content.materials.map(({ material, ...row }, index) => ({
      ...row,
      packId,
      materialId: materialIds.get(material)!,
      position: index + 1,
    })),
  );
}

/** An activity keeps its id as long as its pack has one at its place; who points at those that go must let go. */
async function writeActivities(tx: Transaction, packId: string, content: PackContent) {
  const removed = await tx
    .delete(activities)
    .where(and(eq(activities.packId, packId), gt(activities.position, content.activities.length)))
    .returning({ id: activities.id });
  await tx
    .insert(activities)
    .values(content.activities.map((activity, index) => ({ ...activity, packId, position: index + 1 })))
    .onConflictDoUpdate({
      target: [activities.packId, activities.position],
      set: Object.fromEntries(
        ["title", "summary", "minutes", "steps"].map((column) => [column, sql.raw(`excluded.${column}`)]),
      ),
    });
  await announceInPortions<PackFact>(
    tx,
    removed.map(({ id }) => id),
    (activityIds) => ({ kind: "packs.activities-removed", activityIds }),
  );
}
