// What others may use of search, on the server.
export { announcedFinds } from "./new-finds.server";
export { rebuildIndex } from "./rebuild-index.server";
export { reindex } from "./reindex.server";
export type { Searchable } from "./searchable";
export { hrefOf as savedSearchHref } from "./searched-pages.server";
