import { reindex } from "~/features/search/index.server";
import type { Fact } from "~/platform/events/announce.server";
import { enqueue } from "~/platform/jobs/jobs.server";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import type { Transaction } from "~db/transaction.server";
import { searchables } from "./searchables.server";

/** Name of the job that indexes some records of a kind anew. */
export const INDEX_JOB = "index";

/** Records of one job. */
const PORTION = 500;

/** A reaction that brings the index to what some records are now. */
export type Indexing = {
  searchable: Searchable;
  /** Ids of the records. */
  recordsOf(db: Reader, fact: Fact): string[] | Promise<string[]>;
  /** Names a set of records that is always asked for as a whole. */
  keyOf?(fact: Fact): string;
};

/** @param field of the fact, with the id of the record, or ids separated by commas */
export const indexing = (searchable: Searchable, field: string): Indexing => ({
  searchable,
  recordsOf: (_db, fact) => (fact[field] ?? "").split(",").filter(Boolean),
});

/**
 * Enqueues the jobs of a reaction, at most 500 records each. A job for one record is named by it: of many changes that
 * wait, one is done. Nothing is lost by that. A job that runs already keeps running, and another is enqueued beside it
 * (graphile-worker takes the key from a locked job); and one that starts at this very moment, where neither happens,
 * reads what the change committed before its fact came here.
 * @param occasion names this reaction to this fact, so that repeating it enqueues nothing twice
 */
export async function enqueueIndexing(
  tx: Transaction,
  { searchable: { type }, recordsOf, keyOf }: Indexing,
  fact: Fact,
  occasion: string,
): Promise<void> {
  const ids = await recordsOf(tx, fact);
  for (let at = 0; at < ids.length; at += PORTION) {
    const portion = ids.slice(at, at + PORTION);
    const key =
      ids.length === 1
        ? `index:${type}:${ids[0]}`
        : keyOf
          ? `index:${keyOf(fact)}:${at}`
          : `${occasion}:${at}`;
    await enqueue(tx, INDEX_JOB, { type, ids: portion }, { key });
  }
}

/** Indexes the records of a job anew. */
export async function index(
  services: Services,
  { type, ids }: { type: string; ids: string[] },
): Promise<void> {
  const searchable = searchables.find((each) => each.type === type);
  if (searchable) await reindex(services, searchable, ids);
}
