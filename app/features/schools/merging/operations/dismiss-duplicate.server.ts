import { eq, inArray, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { schoolDuplicates, schools } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { mayMergeSchools } from "../../permissions";
import { decidePair, pairOf } from "../deciding.server";

/**
 * Writes down that two records are two schools (or, to take that back, that they may be one). The pair is not shown again
 * until then. Said already, it changes nothing.
 * @throws NotAllowed; NotFound; RuleBroken for a school and itself; Conflict where the two were merged meanwhile
 */
export async function dismissDuplicate(
  services: Services,
  actor: Actor,
  input: { oneId: string; otherId: string; dismissed: boolean },
): Promise<void> {
  if (!mayMergeSchools(actor)) throw new NotAllowed();
  const { oneId, otherId } = pairOf(input.oneId, input.otherId);
  if (oneId === otherId) throw new RuleBroken("schools_merge_itself");
  await transaction(services.db, async (tx) => {
    // Held: merging asks for both schools too.
    const rows = await tx
      .select({ id: schools.id })
      .from(schools)
      .where(inArray(schools.id, [oneId, otherId]))
      .orderBy(schools.id)
      .for("update");
    if (rows.length < 2) throw new NotFound("schools_not_found");
    const [pair] = await tx
      .select({ state: schoolDuplicates.state })
      .from(schoolDuplicates)
      .where(sql`${eq(schoolDuplicates.oneId, oneId)} and ${eq(schoolDuplicates.otherId, otherId)}`);
    if (pair?.state === "merged") throw new Conflict("schools_merge_gone");
    const state = input.dismissed ? "dismissed" : "open";
    if (pair?.state === state || (!pair && !input.dismissed)) return;
    await decidePair(tx, oneId, otherId, state);
    await audit(tx, actor, {
      act: input.dismissed ? "schools kept apart" : "schools compared again",
      subjectType: "school",
      subjectId: oneId,
      details: { other: otherId },
    });
  });
}
