/** Kinds of records that can be found by searching. A feature brings its own with one `searchable.server.ts`. */
export const searchableTypes = ["pack", "activity", "resource", "network", "school", "person"] as const;

export type SearchableType = (typeof searchableTypes)[number];
