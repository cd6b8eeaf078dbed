import type { SearchableType } from "~/platform/search-engine/search-engine";

/** Kinds of records that have pages of their own, in the order they are shown. */
export const kinds = ["pack", "resource", "network"] as const satisfies readonly SearchableType[];

export type Kind = (typeof kinds)[number];
