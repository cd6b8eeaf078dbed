import { and, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { savedSearches } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { mayChangeSavedSearch } from "../permissions";

/**
 * Gives one of the actor's saved searches another name.
 * @param input.name one line, not empty
 * @throws NotAllowed for a visitor, NotFound where it is not there or somebody else's
 */
export async function renameSavedSearch(
  { db }: Services,
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeSavedSearch(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    const renamed = await tx
      .update(savedSearches)
      .set({ name })
      .where(and(eq(savedSearches.id, id), eq(savedSearches.personId, actor.id)))
      .returning({ id: savedSearches.id });
    if (renamed.length === 0) throw new NotFound();
    await audit(tx, actor, { act: "saved search renamed", subjectType: "saved search", subjectId: id });
  });
}
