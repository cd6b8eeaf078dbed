import { sql } from "drizzle-orm";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { forgetMaps } from "./maps.server";

/** Counts the squares of the maps and the words of the search anew, while both are read on. */
export async function refreshSchoolViews({ db }: Services): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = '10min'`);
    await tx.execute(sql`refresh materialized view concurrently school_squares`);
    await tx.execute(sql`refresh materialized view concurrently school_words`);
    await tx.execute(sql`analyze school_squares`);
    await tx.execute(sql`analyze school_words`);
  });
  forgetMaps(db);
}
