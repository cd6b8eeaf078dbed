import { and, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { savedSearches } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { mayChangeSavedSearch } from "../permissions";
import type { SearchedAddress } from "../searched-pages.server";

/**
 * Deletes one of the actor's saved searches; no more mail comes of it.
 * @returns what it was, so that it can be saved again
 * @throws NotAllowed for a visitor, NotFound where it is not there or somebody else's
 */
export async function deleteSavedSearch(
  { db }: Services,
  actor: Actor,
  { id }: { id: string },
): Promise<SearchedAddress & { name: string }> {
  if (actor.kind !== "person" || !mayChangeSavedSearch(actor, actor.id)) throw new NotAllowed();
  return transaction(db, async (tx) => {
    const [deleted] = await tx
      .delete(savedSearches)
      .where(and(eq(savedSearches.id, id), eq(savedSearches.personId, actor.id)))
      .returning({ path: savedSearches.path, query: savedSearches.query, name: savedSearches.name });
    if (!deleted) throw new NotFound();
    await audit(tx, actor, { act: "saved search deleted", subjectType: "saved search", subjectId: id });
    return deleted;
  });
}
