/**
 * Every column of the database that points to a school, and what merging does with it. A test compares this list with the
 * foreign keys: a new table has to say here what becomes of its rows.
 * - `moves`: its rows go to the surviving school, each noted in the journal and taken back by an undo. The table has a
 *   `uuid` key `id`. In this order: stays before people, whose trigger would otherwise end them.
 * - `stays`: tells of the record itself.
 * - `follows`: worked out anew whenever schools change.
 */
export const schoolReferences = [
  { table: "school_stays", column: "school_id", merging: "moves" },
  { table: "people", column: "school_id", merging: "moves" },
  // Schools merged into the losing one: every record leads to the survivor in one step.
  { table: "schools", column: "merged_into", merging: "moves" },
  { table: "school_duplicates", column: "one_id", merging: "stays" },
  { table: "school_duplicates", column: "other_id", merging: "stays" },
  { table: "school_merges", column: "losing_id", merging: "stays" },
  { table: "school_merges", column: "surviving_id", merging: "stays" },
  { table: "territory_schools", column: "school_id", merging: "follows" },
] as const;

export type SchoolReference = { table: string; column: string };

/** Those whose rows move. */
export const movingReferences: readonly SchoolReference[] = schoolReferences.filter(
  ({ merging }) => merging === "moves",
);
