import { and, asc, gt, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "~db/client.server";

const PORTION = 500;

/**
 * Ids of all rows of a table, in portions of 500 by id; what a `Searchable` needs.
 * @param where only these rows
 */
export async function* allIdsOf(
  db: Database,
  table: PgTable & { id: AnyPgColumn },
  where?: SQL,
): AsyncIterable<string[]> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db
      .select({ id: table.id })
      .from(table)
      .where(and(where, gt(table.id, last)))
      .orderBy(asc(table.id))
      .limit(PORTION);
    if (rows.length === 0) return;
    last = rows.at(-1)!.id as string;
    yield rows.map(({ id }) => id as string);
  }
}
