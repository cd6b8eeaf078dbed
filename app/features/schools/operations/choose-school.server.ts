import { eq } from "drizzle-orm";
import { setPersonSchool } from "~/features/accounts/index.server";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { schools } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { mayChooseSchool } from "../permissions";

/**
 * Says where the acting person teaches.
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
    if (input.schoolId !== null) {
      // Held, so that no import closes or removes it between the question and the writing.
      const [school] = await tx
        .select({ closedOn: schools.closedOn })
        .from(schools)
        .where(eq(schools.id, input.schoolId))
        .for("share");
      if (!school) throw new NotFound("schools_not_found");
      if (school.closedOn && school.closedOn <= new Date().toISOString().slice(0, 10)) {
        throw new RuleBroken("schools_closed", {}, "schoolId");
      }
    }
    await setPersonSchool(tx, actor.id, input.schoolId);
    await audit(tx, actor, {
      act: "school chosen",
      subjectType: "person",
      subjectId: actor.id,
      details: { schoolId: input.schoolId },
    });
  });
}
