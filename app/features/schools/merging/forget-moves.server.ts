import { sql } from "drizzle-orm";
import type { Services } from "~/platform/services/services.server";
import { UNDO_DAYS } from "./merging";

/** Removes the journals of merges that can no longer be taken back, and of those that were. The merges stay. */
export async function forgetOldMoves({ db }: Pick<Services, "db">): Promise<void> {
  await db.execute(sql`
    delete from school_merge_moves using school_merges merge
    where merge.id = merge_id
      and (merge.undone_at is not null or merge.merged_at < now() - ${UNDO_DAYS + 1} * interval '1 day')`);
}
