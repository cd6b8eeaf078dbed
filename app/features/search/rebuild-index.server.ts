import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { oneAtATime, reindex } from "./reindex.server";

/** Records indexed at a time. */
const PORTION = 100;

/**
 * Makes the index anew while it serves: every record is put in again, and what no record stands behind any longer is
 * taken out at the end. Changes meanwhile are indexed by their own jobs.
 * @param onProgress told how many records of all are done
 * @returns how many records were indexed
 */
export async function rebuildIndex(
  services: Services,
  searchables: readonly Searchable[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const all = await Promise.all(
    searchables.map(async (searchable) => ({ searchable, ids: await idsOf(services, searchable) })),
  );
  const total = all.reduce((sum, { ids }) => sum + ids.length, 0);
  let done = 0;
  for (const { searchable, ids } of all) {
    for (let at = 0; at < ids.length; at += PORTION) {
      const portion = ids.slice(at, at + PORTION);
      await reindex(services, searchable, portion);
      done += portion.length;
      onProgress(done, total);
    }
    // Asked again, for a record made since the beginning must stay; nothing else writes this kind meanwhile.
    await oneAtATime(services, searchable, async () =>
      services.searchEngine.keepOnly(searchable.type, await idsOf(services, searchable)),
    );
  }
  return done;
}

async function idsOf({ db }: Services, searchable: Searchable): Promise<string[]> {
  const ids: string[] = [];
  for await (const portion of searchable.allIds(db)) ids.push(...portion);
  return ids;
}
