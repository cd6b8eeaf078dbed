import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { audiencesOf } from "~/features/networks/index.server";
import { currentLocale } from "~/platform/i18n/locale";
import { LARGEST_PAGE, type SearchHit } from "~/platform/search-engine/search-engine";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import { savedSearches } from "~db/schema";
import { MOST_SAVED } from "./saved-search";
import { newestQuery } from "./searched-pages.server";
import type { Window } from "./windows";

export type SavedSearch = Omit<typeof savedSearches.$inferSelect, "personId">;

const columns = {
  id: savedSearches.id,
  path: savedSearches.path,
  query: savedSearches.query,
  name: savedSearches.name,
  createdAt: savedSearches.createdAt,
  checkedAt: savedSearches.checkedAt,
};

/**
 * A person's saved searches, newest first.
 * @param only some of them, by id
 */
export function savedSearchesOf(db: Reader, personId: string, only?: string[]): Promise<SavedSearch[]> {
  return db
    .select(columns)
    .from(savedSearches)
    .where(and(eq(savedSearches.personId, personId), only ? inArray(savedSearches.id, only) : undefined))
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id))
    .limit(MOST_SAVED);
}

/** People who have saved a search, by id, at most 500 after `last`. */
export async function peopleWhoSaved(db: Reader, last: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: savedSearches.personId })
    .from(savedSearches)
    .where(gt(savedSearches.personId, last))
    .orderBy(asc(savedSearches.personId))
    .limit(500);
  return rows.map(({ personId }) => personId);
}

/** What is new to a saved search. */
export type NewFinds = {
  saved: SavedSearch;
  window: Window;
  /** Newest first, at most fifty. */
  hits: SearchHit[];
  /** Whether there are more. */
  more: boolean;
};

/** Searches at the same time: a person's many shall not take every connection. */
const AT_ONCE = 4;

/**
 * Asks each saved search what came in its window and may be found by this person today. One search of the engine each.
 * @returns those with something new, in the order given
 */
export async function newFinds(
  { db, searchEngine, searchables }: Pick<Services, "db" | "searchEngine" | "searchables">,
  person: Person,
  asked: { saved: SavedSearch; window: Window }[],
): Promise<NewFinds[]> {
  const reader = { audience: await audiencesOf(db, person), language: person.locale ?? currentLocale() };
  const finds: NewFinds[] = [];
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = await Promise.all(
      asked.slice(from, from + AT_ONCE).map(async ({ saved, window }) => {
        const query = newestQuery(saved, reader, searchables);
        const found = query ? (await searchEngine.search(query)).hits : [];
        const hits = found.filter(({ newestAt }) => newestAt > window.after && newestAt <= window.until);
        return { saved, window, hits, more: hits.length === LARGEST_PAGE };
      }),
    );
    finds.push(...some.filter(({ hits }) => hits.length > 0));
  }
  return finds;
}
