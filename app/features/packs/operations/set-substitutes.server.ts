import { and, eq, isNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { materials } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { checked } from "../checked.server";
import { type SubstituteInput, substitutesSchema } from "../pack";
import { mayEditMaterials } from "../permissions";
import { writeSubstitutes } from "../substitutes.server";

/**
 * Says what can stand for a material, in place of what could before.
 * @throws NotFound, also for a material that was merged; NotAllowed; RuleBroken where one is unknown or the material
 * itself
 */
export async function setSubstitutes(
  services: Services,
  actor: Actor,
  input: { slug: string; substitutes: SubstituteInput[] },
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const [material] = await tx
      .select({ id: materials.id })
      .from(materials)
      .where(and(eq(materials.slug, input.slug), isNull(materials.mergedInto)))
      .for("update");
    if (!material) throw new NotFound();
    if (!mayEditMaterials(actor)) throw new NotAllowed();
    const substitutes = checked(substitutesSchema, input.substitutes);
    const changed = await writeSubstitutes(tx, [{ materialId: material.id, slug: input.slug, substitutes }]);
    if (changed.size === 0) return;
    await audit(tx, actor, { act: "substitutes set", subjectType: "material", subjectId: material.id });
  });
}
