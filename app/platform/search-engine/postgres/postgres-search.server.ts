import type { Database } from "~db/client.server";
import type { SearchEngine } from "../search-engine";

/** The search engine on PostgreSQL. */
export function postgresSearch(_db: Database): SearchEngine {
  return {
    search: async (query) => ({
      engine: "postgres",
      tookMs: 0,
      total: 0,
      capped: false,
      page: query.page,
      perPage: query.perPage,
      hits: [],
      facets: {},
      mended: [],
    }),
    put: async () => undefined,
    remove: async () => undefined,
    keepOnly: async () => undefined,
  };
}
