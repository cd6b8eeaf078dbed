import type { SearchEngine } from "~/platform/search-engine/search-engine";
import type { Services } from "~/platform/services/services.server";
import type { Database } from "~db/client.server";
import type { Searchable } from "./searchable";

/**
 * Brings the index up to the present state of some records: loads them anew, and removes the ones that are gone or
 * that nobody may find any more. Doing it twice is harmless.
 * @param ids at most 500
 */
export async function reindex(services: Services, searchable: Searchable, ids: string[]): Promise<void> {
  const { db, searchEngine } = services;
  await indexPortion(db, searchEngine, searchable, ids);
}

async function indexPortion(db: Database, engine: SearchEngine, searchable: Searchable, ids: string[]) {
  const documents = await searchable.loadDocuments(db, ids);
  const found = new Set(documents.map(({ recordId }) => recordId));
  const gone = ids.filter((id) => !found.has(id));
  if (documents.length > 0) await engine.put(documents);
  if (gone.length > 0) await engine.remove(searchable.type, gone);
  return documents.length;
}

/**
 * Goes through every record while the index serves, and drops what has no record any more.
 * @param onProgress told how many kinds of records are done, and how many there are
 * @returns how many documents the index holds now
 */
export async function rebuildIndex(
  services: Services,
  searchables: readonly Searchable[],
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const { db, searchEngine } = services;
  let indexed = 0;
  for (const [position, searchable] of searchables.entries()) {
    const seen: string[] = [];
    for await (const ids of searchable.allIds(db)) {
      indexed += await indexPortion(db, searchEngine, searchable, ids);
      seen.push(...ids);
    }
    await searchEngine.keepOnly(searchable.type, seen);
    onProgress(position + 1, searchables.length);
  }
  return indexed;
}
