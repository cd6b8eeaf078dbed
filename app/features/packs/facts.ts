/** What packs announce. */
export type PackFact = {
  /** changed: a published pack says something else now, or one of its materials has another name. */
  kind: "packs.published" | "packs.changed" | "packs.unpublished";
  packId: string;
};

/** Two materials became one; the id is of the one that stays. */
export type MaterialsMerged = { kind: "packs.materials-merged"; materialId: string };
