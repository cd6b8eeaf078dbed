export { audiencesOf } from "./audiences";
export { rebuildIndex } from "./rebuild-index.server";
export { reindex } from "./reindex.server";
export type { Searchable } from "./searchable";
export { urlOf } from "./urls";
