/** What packs announce. */
export type PackFact =
  /** changed: a published pack says something else now. */
  | { kind: "packs.published" | "packs.changed" | "packs.unpublished"; packId: string }
  /** The materials of these packs have other names; ids separated by commas, at most 500. */
  | { kind: "packs.materials-changed"; packIds: string }
  /** A pack has fewer activities than before: these are gone. Ids separated by commas. */
  | { kind: "packs.activities-removed"; activityIds: string };

/** Two materials became one; the id is of the one that stays. */
export type MaterialsMerged = { kind: "packs.materials-merged"; materialId: string };
