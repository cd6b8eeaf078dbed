// What others may use of search, on the server.
export { rebuildIndex, reindex } from "./indexing.server";
export type { Searchable } from "./searchable";
