/** What packs announce. */
export type PackFact = {
  /** changed: a published pack says something else now, or one of its materials has another name. */
  kind: "packs.published" | "packs.changed" | "packs.unpublished";
  packId: string;
};
