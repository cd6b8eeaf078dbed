import { eq } from "drizzle-orm";
import type { Personal } from "~/platform/personal/personal";
import { schoolMergeMoves } from "~db/schema";

/** Schools and places are of registers: nothing in them is about a person, but who merged two. */
export const schoolsPersonal: Personal = {
  holds: {
    schools: "no words",
    places: "no words",
    school_squares: "no words",
    school_words: "no words",
    school_duplicates: "no words",
    // Ids of rows that moved with a school, for thirty days.
    school_merge_moves: "no words",
    school_merges: { merged_by: "unnamed", survivor_changes: "no words" },
  },
  async erase(tx, personId) {
    await tx.delete(schoolMergeMoves).where(eq(schoolMergeMoves.rowId, personId));
  },
};
