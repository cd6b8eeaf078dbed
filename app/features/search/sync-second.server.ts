import { oneLine } from "~/platform/errors/cause";
import { enqueue } from "~/platform/jobs/jobs.server";
import { countSyncFailure } from "~/platform/metrics/metrics.server";
import type { SearchEngine } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { confirm, pendingOf, wakeSync } from "./pending.server";
import { REBUILD_JOB } from "./rebuild-index.server";
import { oneAtATime, withoutDocument } from "./reindex.server";

/** Records told in one go. */
const PORTION = 500;

/** How soon the second engine is asked again after it failed, in seconds. */
const AGAIN_AFTER = 10;

/**
 * Tells the second engine what has changed since it was last told; a record counts as told only when the engine has
 * confirmed, so nothing is lost, whoever dies meanwhile. An engine without our index, or with one that an older release
 * made, has it built anew first. While the engine is gone, everything stays pending; never throws for that.
 */
export async function syncSecond(services: Services, searchables: readonly Searchable[]): Promise<void> {
  const engine = services.searchEngine.second;
  if (!engine) return;
  try {
    if (!(await engine.isCurrent())) {
      await enqueue(services.db, REBUILD_JOB, {}, { key: REBUILD_JOB });
      return;
    }
    for (const searchable of searchables) {
      while (await tellPortion(services, engine, searchable));
    }
  } catch (error) {
    countSyncFailure();
    services.log.warn({ reason: oneLine(error) }, "Meilisearch was not told of changes; it is told again");
    await wakeSync(services.db, AGAIN_AFTER);
  }
}

/** @returns whether there may be more */
const tellPortion = (services: Services, engine: SearchEngine, searchable: Searchable): Promise<boolean> =>
  oneAtATime(services, searchable, "second", async (tx) => {
    const pending = await pendingOf(tx, searchable.type, PORTION);
    if (pending.length === 0) return false;
    const ids = pending.map(({ recordId }) => recordId);
    const documents = await searchable.loadDocuments(tx, ids);
    await engine.put(documents);
    await engine.remove(searchable.type, withoutDocument(ids, documents));
    await confirm(services.db, searchable.type, pending);
    return pending.length === PORTION;
  });
