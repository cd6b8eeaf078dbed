// What others may use of search, on the server.
export { rebuildIndex } from "./rebuild-index.server";
export { reindex } from "./reindex.server";
