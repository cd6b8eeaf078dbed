import { sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { transaction } from "~db/transaction.server";
import { synonymRows } from "../text/synonyms";
import { toJson } from "../text/to-json";

/**
 * Replaces all synonyms; searches that are under way still know the old ones.
 * @param groups words or short phrases that mean the same
 */
export async function setSynonyms(db: Database, groups: string[][]): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.execute(sql`lock table search_synonyms in share row exclusive mode`);
    await tx.execute(sql`delete from search_synonyms`);
    await tx.execute(sql`
      insert into search_synonyms (word, phrase, others)
      select word, phrase, others from jsonb_to_recordset(${toJson(synonymRows(groups))}::jsonb)
        as row (word text, phrase text, others text[])`);
  });
}
