import { and, eq, isNotNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people, savedSearches } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { maySaveSearches } from "../permissions";
import { LONGEST_ADDRESS, MOST_SAVED } from "../saved-search";
import { canonicalAddress, type SearchedAddress } from "../searched-pages.server";

/**
 * Keeps a search for the actor, who is told by mail what is new to it from now on. What is saved already stays as it is.
 * @param input.name one line, not empty
 * @returns its id, and whether it was there before
 * @throws NotAllowed for a visitor and where the address is not confirmed; RuleBroken for a page that does not search,
 * a search for everything, an endless one, and one more than `MOST_SAVED`
 */
export async function saveSearch(
  { db, searchables }: Services,
  actor: Actor,
  input: SearchedAddress & { name: string },
  now = new Date(),
): Promise<{ id: string; already: boolean }> {
  if (actor.kind !== "person" || !maySaveSearches(actor)) throw new NotAllowed();
  const address = canonicalAddress(input, searchables);
  if (!address) throw new RuleBroken("search_saved_unknown");
  if (address.asksNothing) throw new RuleBroken("search_saved_empty");
  const { path, query } = address;
  if (path.length + query.length >= LONGEST_ADDRESS) throw new RuleBroken("search_saved_long");
  return transaction(db, async (tx) => {
    // Two at once take turns, so that the limit holds.
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, actor.id), isNotNull(people.emailVerifiedAt)))
      .for("no key update");
    if (!person) throw new NotAllowed();
    const mine = await tx
      .select({ id: savedSearches.id, path: savedSearches.path, query: savedSearches.query })
      .from(savedSearches)
      .where(eq(savedSearches.personId, actor.id));
    const same = mine.find((saved) => saved.path === path && saved.query === query);
    if (same) return { id: same.id, already: true };
    if (mine.length >= MOST_SAVED) throw new RuleBroken("search_saved_most", { most: MOST_SAVED });
    const [saved] = await tx
      .insert(savedSearches)
      .values({ personId: actor.id, path, query, name: input.name, createdAt: now, checkedAt: now })
      .returning({ id: savedSearches.id });
    await audit(tx, actor, { act: "search saved", subjectType: "saved search", subjectId: saved!.id });
    return { id: saved!.id, already: false };
  });
}
