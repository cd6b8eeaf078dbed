import { asc, eq, inArray } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { schoolMerges, schools } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { mayMergeSchools } from "../../permissions";
import { announceMerged } from "../announce-merged.server";
import { decidePair } from "../deciding.server";
import { moveReferencesBack } from "../journal.server";
import { isUndoable } from "../merging";
import { unfilled } from "../survivor";

/**
 * Takes a merge back: both records are as before, and everything that was moved and has not moved on since is where it
 * was. Undone already, it changes nothing.
 * @throws NotAllowed; NotFound; RuleBroken after thirty days; Conflict while the surviving school is itself merged into
 * another: that merge has to be undone first
 */
export async function undoMerge(
  services: Services,
  actor: Actor,
  input: { mergeId: string },
  now = new Date(),
): Promise<void> {
  if (!mayMergeSchools(actor)) throw new NotAllowed();
  await transaction(services.db, async (tx) => {
    // Never changes; read first, for the schools are locked before the merge, in the order merging takes them.
    const [known] = await tx.select().from(schoolMerges).where(eq(schoolMerges.id, input.mergeId));
    if (!known) throw new NotFound();
    const rows = await tx
      .select()
      .from(schools)
      .where(inArray(schools.id, [known.losingId, known.survivingId]))
      .orderBy(asc(schools.id))
      .for("update");
    const [merge] = await tx.select().from(schoolMerges).where(eq(schoolMerges.id, known.id)).for("update");
    const survivor = rows.find(({ id }) => id === known.survivingId);
    if (!merge || !survivor) throw new NotFound();
    if (merge.undoneAt !== null) return;
    if (!isUndoable(merge.mergedAt, now)) throw new RuleBroken("schools_merge_too_old");
    if (survivor.mergedInto) throw new Conflict("schools_merge_newer_first");
    const { losingId, survivingId, survivorChanges } = merge;
    const back = unfilled(survivor, survivorChanges);
    if (Object.keys(back).length > 0) {
      await tx.update(schools).set(back).where(eq(schools.id, survivingId));
    }
    const number = "registerId" in back ? { registerId: String(survivorChanges.registerId!.to) } : {};
    await tx
      .update(schools)
      .set({ mergedInto: null, ...number })
      .where(eq(schools.id, losingId));
    await moveReferencesBack(tx, merge);
    await tx.update(schoolMerges).set({ undoneAt: now }).where(eq(schoolMerges.id, merge.id));
    await decidePair(tx, losingId, survivingId, "open");
    await audit(tx, actor, {
      act: "schools parted",
      subjectType: "school",
      subjectId: survivingId,
      details: { from: losingId },
    });
    await announceMerged(tx, survivor.country, merge);
  });
}
