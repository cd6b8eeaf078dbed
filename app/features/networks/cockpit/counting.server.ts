import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import type { NeedSource, NeedsAsked } from "./need";

/** Nobody counts further: the work of a page should not grow with what nobody reads to its end. */
const COUNTED = 1_000;

/** How many there are; `exact` is false where there are more, and nobody counted. */
export type NeedCount = { count: number; exact: boolean };

/** How many needs each source has, in one query. */
export async function countNeeds(
  db: Reader,
  sources: readonly NeedSource[],
  asked: NeedsAsked,
): Promise<Map<string, NeedCount>> {
  const counts = sources.map((source): SQL => {
    const each = source.each(asked);
    return each === null
      ? sql`select ${source.kind}::text as kind, 0 as counted`
      : sql`select ${source.kind}::text, (select count(*)::int from (${each} limit ${COUNTED + 1}) as needs)`;
  });
  if (counts.length === 0) return new Map();
  const { rows } = await db.execute<{ kind: string; counted: number }>(
    sql`select kind, counted from (${sql.join(counts, sql` union all `)}) as counts (kind, counted)`,
  );
  return new Map(
    rows.map(({ kind, counted }) => [kind, { count: Math.min(counted, COUNTED), exact: counted <= COUNTED }]),
  );
}

/** How many needs one source has. */
export async function countNeed(db: Reader, source: NeedSource, asked: NeedsAsked): Promise<NeedCount> {
  return (await countNeeds(db, [source], asked)).get(source.kind)!;
}
