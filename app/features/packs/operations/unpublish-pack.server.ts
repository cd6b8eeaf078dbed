import { eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { packs } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { PackFact } from "../facts";
import { mayEditPacks, maySeePack } from "../permissions";

/**
 * Makes a published pack a draft again, which only librarians see. A draft stays one.
 * @throws NotFound, NotAllowed
 */
export async function unpublishPack(
  services: Services,
  actor: Actor,
  input: { slug: string },
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const [pack] = await tx.select().from(packs).where(eq(packs.slug, input.slug)).for("update");
    if (!pack || !maySeePack(actor, pack)) throw new NotFound();
    if (!mayEditPacks(actor)) throw new NotAllowed();
    if (!pack.publishedAt) return;
    await tx.update(packs).set({ publishedAt: null }).where(eq(packs.id, pack.id));
    await audit(tx, actor, { act: "pack unpublished", subjectType: "pack", subjectId: pack.id });
    await announce<PackFact>(tx, { kind: "packs.unpublished", packId: pack.id });
  });
}
