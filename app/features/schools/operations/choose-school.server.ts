import { eq } from "drizzle-orm";
import { setPersonSchool } from "~/features/accounts/index.server";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { schools } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { mayChooseSchool } from "../permissions";

/**
 * Says where the acting person teaches. A school that was merged into another stands for that one.
 * @param input.schoolId null for nowhere at present
 * @throws NotAllowed for a visitor, NotFound when there is no such school, RuleBroken when it is closed
 */
export async function chooseSchool(
  services: Services,
  actor: Actor,
  input: { schoolId: string | null },
): Promise<void> {
  if (!mayChooseSchool(actor) || actor.kind !== "person") throw new NotAllowed();
  await transaction(services.db, async (tx) => {
    const schoolId = input.schoolId === null ? null : await openSchool(tx, input.schoolId);
    await setPersonSchool(tx, actor.id, schoolId);
    await audit(tx, actor, {
      act: "school chosen",
      subjectType: "person",
      subjectId: actor.id,
      details: { schoolId },
    });
  });
}

/** The school that an id leads to. Held, so that nothing closes or merges it between the question and the writing. */
async function openSchool(tx: Transaction, id: string): Promise<string> {
  const [school] = await tx
    .select({ closedOn: schools.closedOn, mergedInto: schools.mergedInto })
    .from(schools)
    .where(eq(schools.id, id))
    .for("share");
  if (!school) throw new NotFound("schools_not_found");
  if (school.mergedInto) return openSchool(tx, school.mergedInto);
  if (school.closedOn && school.closedOn <= new Date().toISOString().slice(0, 10)) {
    throw new RuleBroken("schools_closed", {}, "schoolId");
  }
  return id;
}
