import { and, eq, inArray } from "drizzle-orm";
import { confirmedPerson } from "~/features/accounts/index.server";
import { announce } from "~/platform/events/announce.server";
import type { Services } from "~/platform/services/services.server";
import { savedSearches } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { SearchFact } from "../facts";
import { newFinds, peopleWhoSaved, savedSearchesOf } from "../saved-searches.server";
import { writeWindows } from "../windows";

/** Announces for everybody who has saved a search that it is time to look. Run by the schedule. */
export async function announceLooks({ db }: Services): Promise<void> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const people = await peopleWhoSaved(db, last);
    if (people.length === 0) return;
    await transaction(db, async (tx) => {
      for (const personId of people) await announce<SearchFact>(tx, { kind: "search.look-due", personId });
    });
    last = people.at(-1)!;
  }
}

/**
 * What came within the last minutes waits for the next look: it may be published and not indexed yet, and would be
 * passed over for good.
 */
const SETTLING_MS = 10 * 60_000;

/**
 * Looks what is new in a person's saved searches and announces it. The moment up to which was looked moves in the same
 * transaction as the announcement: a crash before it looks again, one after it has told, and of two looks at the same
 * time the later finds the moment moved and stays silent. Who is gone or not confirmed is passed over.
 */
export async function lookForNew(
  services: Services,
  { personId }: { personId: string },
  now = new Date(),
): Promise<void> {
  const { db } = services;
  const person = await confirmedPerson(db, personId);
  if (!person) return;
  const until = new Date(now.getTime() - SETTLING_MS);
  const due = (await savedSearchesOf(db, personId)).filter(({ checkedAt }) => checkedAt < until);
  if (due.length === 0) return;
  const finds = await newFinds(
    services,
    person,
    due.map((saved) => ({ saved, window: { id: saved.id, after: saved.checkedAt, until } })),
  );
  await transaction(db, async (tx) => {
    const lookedAt = new Map(due.map(({ id, checkedAt }) => [id, checkedAt.getTime()]));
    const locked = await tx
      .select({ id: savedSearches.id, checkedAt: savedSearches.checkedAt })
      .from(savedSearches)
      .where(and(eq(savedSearches.personId, personId), inArray(savedSearches.id, [...lookedAt.keys()])))
      .orderBy(savedSearches.id)
      .for("update");
    const ours = new Set(
      locked.flatMap(({ id, checkedAt }) => (checkedAt.getTime() === lookedAt.get(id) ? [id] : [])),
    );
    if (ours.size === 0) return;
    await tx
      .update(savedSearches)
      .set({ checkedAt: until })
      .where(inArray(savedSearches.id, [...ours]));
    const windows = finds.flatMap(({ window }) => (ours.has(window.id) ? [window] : []));
    if (windows.length === 0) return;
    await announce<SearchFact>(tx, { kind: "search.new-found", personId, windows: writeWindows(windows) });
  });
}
