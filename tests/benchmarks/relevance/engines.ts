import type { SearchEngine } from "~/platform/search-engine/search-engine";
import type { House } from "../../support/house";

/** The engines whose relevance is measured, and how each comes to hold what the house's own engine holds. */
export const engines: { name: string; open: (house: House) => Promise<SearchEngine> }[] = [
  { name: "PostgreSQL", open: async ({ services }) => services.searchEngine },
];
