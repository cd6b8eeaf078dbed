import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Database, Reader } from "~db/client.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";

/**
 * A kind of record that can be found. A feature makes one in its `searchable.server.ts`; `wiring/searchables` lists
 * them all.
 */
export type Searchable = {
  type: SearchableType;
  /**
   * Search documents of these records as they are now, each with the audience that may find it. A record that is
   * gone, or that nobody may find (a draft), is left out and so leaves the index.
   * @param ids at most 500
   */
  loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]>;
  /** Ids of all records that may have a document, in portions of at most 500, in any order. */
  allIds(db: Database): AsyncIterable<string[]>;
};
