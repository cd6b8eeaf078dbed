import { asc, eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { schoolMerges, schools } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { mayMergeSchools } from "../../permissions";
import { announceMerged } from "../announce-merged.server";
import { decidePair } from "../deciding.server";
import { moveReferences } from "../journal.server";
import { fillGaps } from "../survivor";

/**
 * Makes one school of two: everything that points to the losing record moves to the surviving one, which takes over what
 * it does not tell itself; the losing record stays and leads there. Merged this way already, it changes nothing.
 * @returns the id of the merge
 * @throws NotAllowed; NotFound; RuleBroken for a school and itself, or schools of two countries; Conflict where one of
 * them was merged into another meanwhile
 */
export async function mergeSchools(
  services: Services,
  actor: Actor,
  input: { losingId: string; survivingId: string },
): Promise<string> {
  if (!mayMergeSchools(actor)) throw new NotAllowed();
  const { losingId, survivingId } = input;
  if (losingId === survivingId) throw new RuleBroken("schools_merge_itself");
  return transaction(services.db, async (tx) => {
    const { loser, survivor } = await lockBoth(tx, input);
    if (loser.mergedInto === survivingId) return standingMerge(tx, losingId);
    if (loser.mergedInto || survivor.mergedInto) throw new Conflict("schools_merge_gone");
    if (loser.country !== survivor.country) throw new RuleBroken("schools_merge_countries");
    const changes = fillGaps(survivor, loser);
    const merge = { id: v7(), losingId, survivingId };
    await tx.insert(schoolMerges).values({ ...merge, mergedBy: actorId(actor), survivorChanges: changes });
    await moveReferences(tx, merge);
    // The number first leaves the one record: no two of a country may have it.
    const gone = changes.registerId
      ? { mergedInto: survivingId, registerId: null }
      : { mergedInto: survivingId };
    await tx.update(schools).set(gone).where(eq(schools.id, losingId));
    const filled = Object.entries(changes).map(([column, { to }]) => [column, to]);
    if (filled.length > 0) {
      await tx.update(schools).set(Object.fromEntries(filled)).where(eq(schools.id, survivingId));
    }
    await decidePair(tx, losingId, survivingId, "merged");
    await audit(tx, actor, {
      act: "schools merged",
      subjectType: "school",
      subjectId: survivingId,
      details: { from: losingId },
    });
    await announceMerged(tx, loser.country, merge);
    return merge.id;
  });
}

/** Whichever of two is merged into the other, both are taken in one order. */
async function lockBoth(tx: Transaction, input: { losingId: string; survivingId: string }) {
  const rows = await tx
    .select()
    .from(schools)
    .where(inArray(schools.id, [input.losingId, input.survivingId]))
    .orderBy(asc(schools.id))
    .for("update");
  const loser = rows.find(({ id }) => id === input.losingId);
  const survivor = rows.find(({ id }) => id === input.survivingId);
  if (!loser || !survivor) throw new NotFound("schools_not_found");
  return { loser, survivor };
}

async function standingMerge(tx: Transaction, losingId: string): Promise<string> {
  const [merge] = await tx
    .select({ id: schoolMerges.id })
    .from(schoolMerges)
    .where(sql`${schoolMerges.losingId} = ${losingId} and ${schoolMerges.undoneAt} is null`);
  if (!merge) throw new Conflict("schools_merge_gone");
  return merge.id;
}
