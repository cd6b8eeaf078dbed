import type { SearchEngine } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { inTurn, oneAtATime } from "./reindex.server";

/** Name of the job that builds the second engine's index anew. */
export const REBUILD_JOB = "search-rebuild";

/** Records loaded at a time. */
const PORTION = 500;

/**
 * Makes the index anew while it serves, of every engine: what no record stands behind is gone at the end. Changes
 * meanwhile are indexed by their own jobs.
 * @param onProgress told how many records of all are done
 * @returns how many records were indexed
 */
export async function rebuildIndex(
  services: Services,
  searchables: readonly Searchable[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const { second } = services.searchEngine;
  const total = (await allIds(services, searchables)).reduce((sum, { ids }) => sum + ids.length, 0);
  const rounds = second ? 2 : 1;
  await rebuild(services, searchables, "first", (done) => onProgress(done, total * rounds));
  if (second)
    await rebuild(services, searchables, "second", (done) => onProgress(total + done, total * rounds));
  return total;
}

/** Builds the second engine's index, unless somebody has done so meanwhile. A job. */
export async function rebuildSecond(services: Services, searchables: readonly Searchable[]): Promise<void> {
  const { second } = services.searchEngine;
  if (!second) return;
  await rebuilding(services, "second", async () => {
    if (!(await second.isCurrent())) await fillAnew(services, searchables, "second");
  });
}

/** One at a time: two would take the half-made index from under each other. */
const rebuilding = (services: Services, which: "first" | "second", work: () => Promise<void>) =>
  inTurn(services, "rebuild", which, work);

const rebuild = (...given: Parameters<typeof fillAnew>): Promise<void> =>
  rebuilding(given[0], given[2], () => fillAnew(...given));

async function fillAnew(
  services: Services,
  searchables: readonly Searchable[],
  which: "first" | "second",
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const engine: SearchEngine = which === "first" ? services.searchEngine : services.searchEngine.second!;
  await engine.rebuild(async (put) => {
    let done = 0;
    for (const { searchable, ids } of await allIds(services, searchables)) {
      for (let at = 0; at < ids.length; at += PORTION) {
        const portion = ids.slice(at, at + PORTION);
        // Nobody else writes this kind between loading and putting: an older state would otherwise come last.
        await oneAtATime(services, searchable, which, async (tx) =>
          put(await searchable.loadDocuments(tx, portion)),
        );
        done += portion.length;
        onProgress(done);
      }
    }
  });
}

const allIds = (services: Services, searchables: readonly Searchable[]) =>
  Promise.all(
    searchables.map(async (searchable) => {
      const ids: string[] = [];
      for await (const portion of searchable.allIds(services.db)) ids.push(...portion);
      return { searchable, ids };
    }),
  );
