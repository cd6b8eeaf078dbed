import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { createdAt, key, moment } from "./columns";
import { schools } from "./schools";

/** Two records that may be one school. `oneId` is the smaller of both ids, so that a pair is there once. */
export const schoolDuplicates = pgTable(
  "school_duplicates",
  {
    oneId: uuid()
      .notNull()
      .references(() => schools.id, { onDelete: "cascade" }),
    otherId: uuid()
      .notNull()
      .references(() => schools.id, { onDelete: "cascade" }),
    /** From 0 to 1: `likeness.ts` of the feature. */
    score: doublePrecision().notNull(),
    state: text().$type<"open" | "dismissed" | "merged">().notNull().default("open"),
    foundAt: createdAt(),
    decidedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index("school_duplicates_other").on(t.otherId),
    index("school_duplicates_state").on(t.state, t.score),
    check("school_duplicates_ordered", sql`${t.oneId} < ${t.otherId}`),
    check("school_duplicates_state_known", sql`${t.state} in ('open','dismissed','merged')`),
  ],
);

/** What a merge wrote into the surviving school or took from the losing one: by column, what stood there and what does now. */
export type SchoolColumnChanges = Record<
  string,
  { from: string | number | null; to: string | number | null }
>;

/** That one school was merged into another, and back where it was undone. */
export const schoolMerges = pgTable(
  "school_merges",
  {
    id: key(),
    losingId: uuid()
      .notNull()
      .references(() => schools.id, { onDelete: "cascade" }),
    survivingId: uuid()
      .notNull()
      .references(() => schools.id, { onDelete: "cascade" }),
    mergedBy: uuid().references(() => people.id, { onDelete: "set null" }),
    mergedAt: createdAt(),
    undoneAt: moment(),
    survivorChanges: jsonb().$type<SchoolColumnChanges>().notNull().default({}),
  },
  (t) => [
    uniqueIndex("school_merges_standing_unique").on(t.losingId).where(sql`${t.undoneAt} is null`),
    index("school_merges_surviving").on(t.survivingId),
    index("school_merges_person").on(t.mergedBy),
    index("school_merges_merged").on(t.mergedAt),
    check("school_merges_two", sql`${t.losingId} <> ${t.survivingId}`),
  ],
);

/** Journal of a merge: each row whose reference was moved from the losing school to the surviving one. */
export const schoolMergeMoves = pgTable(
  "school_merge_moves",
  {
    mergeId: uuid()
      .notNull()
      .references(() => schoolMerges.id, { onDelete: "cascade" }),
    /** Table and column, as in `merging/references.ts`: "people.school_id". */
    reference: text().notNull(),
    rowId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.reference, t.rowId] })],
);
