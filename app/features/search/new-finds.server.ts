import { confirmedPerson } from "~/features/accounts/index.server";
import type { Services } from "~/platform/services/services.server";
import { type NewFinds, newFinds, savedSearchesOf } from "./saved-searches.server";
import { readWindows } from "./windows";

/**
 * What the fact "search.new-found" is about, as it is now: what the person may find today, in saved searches that are
 * still there.
 * @returns nothing for a person who is gone or not confirmed
 */
export async function announcedFinds(
  services: Services,
  { personId, windows }: { personId: string; windows: string },
): Promise<NewFinds[]> {
  const person = await confirmedPerson(services.db, personId);
  const asked = readWindows(windows);
  if (!person || asked.length === 0) return [];
  const saved = await savedSearchesOf(
    services.db,
    personId,
    asked.map(({ id }) => id),
  );
  return newFinds(
    services,
    person,
    saved.map((one) => ({ saved: one, window: asked.find(({ id }) => id === one.id)! })),
  );
}
