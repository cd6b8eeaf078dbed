import { and, eq, gt, lte, notInArray, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { storedFiles } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import type { Log } from "../log/log.server";
import { checkedKey, type Files, FilesUnavailable } from "./files.server";

/** How long a batch may take from its first row until a record names it. */
const TIME_TO_BE_NAMED = sql`interval '1 hour'`;

/**
 * Writes down that files are about to be put, in a statement of its own: from now on they are removed unless wanted.
 * @param batch what belongs together, a fresh UUID
 */
export async function beginFiles(db: Database, batch: string, keys: string[]): Promise<void> {
  const unwantedAt = sql`now() + ${TIME_TO_BE_NAMED}`;
  await db.insert(storedFiles).values(keys.map((key) => ({ key: checkedKey(key), batch, unwantedAt })));
}

/**
 * Takes a batch over, in the transaction of the record that names it.
 * @throws Error where it was removed already because that took too long
 */
export async function wantFiles(tx: Transaction, batch: string): Promise<void> {
  const wanted = await tx
    .update(storedFiles)
    .set({ unwantedAt: null })
    .where(and(eq(storedFiles.batch, batch), gt(storedFiles.unwantedAt, sql`now()`)))
    .returning({ key: storedFiles.key });
  if (wanted.length === 0) throw new Error("the files of this batch are gone");
}

/**
 * Removes every file that nobody wants, one after the other; stops where the storage fails, and goes on next time.
 * Several may run at once.
 */
export async function sweepFiles({
  db,
  files,
  log,
}: {
  db: Database;
  files: Files;
  log: Log;
}): Promise<void> {
  let removed = 0;
  const stuck: string[] = [];
  for (let key = await sweepOne(db, files, stuck); key !== null; key = await sweepOne(db, files, stuck)) {
    if (!stuck.includes(key)) removed += 1;
  }
  if (removed > 0) log.info({ removed }, "removed files that nobody wants");
  // The others are gone; this fails so that it is tried again, and seen.
  if (stuck.length > 0) throw new FilesUnavailable(`${stuck.length} files could not be removed`);
}

/** So many files that will not go are the store's trouble, not theirs. */
const MOST_STUCK = 20;

/** The row is held while its file goes, and goes last: whoever wants it meanwhile waits and is told that it is gone. */
const sweepOne = (db: Database, files: Files, stuck: string[]): Promise<string | null> =>
  transaction(db, async (tx) => {
    const [next] = await tx
      .select({ key: storedFiles.key })
      .from(storedFiles)
      .where(and(lte(storedFiles.unwantedAt, sql`now()`), notInArray(storedFiles.key, stuck)))
      .orderBy(storedFiles.unwantedAt)
      .limit(1)
      .for("update", { skipLocked: true });
    if (!next) return null;
    try {
      await files.remove(next.key);
      await tx.delete(storedFiles).where(eq(storedFiles.key, next.key));
    } catch (error) {
      if (!(error instanceof FilesUnavailable) || stuck.length >= MOST_STUCK) throw error;
      stuck.push(next.key);
    }
    return next.key;
  });
