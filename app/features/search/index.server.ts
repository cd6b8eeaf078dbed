// What others may use of search, on the server.
export { examine, repair, wrong } from "./doctor.server";
export { newFindsLetter } from "./emails/new-finds.server";
export { announcedFinds } from "./new-finds.server";
export { SYNC_JOB } from "./pending.server";
export { REBUILD_JOB, rebuildIndex, rebuildSecond } from "./rebuild-index.server";
export { reindex } from "./reindex.server";
export { hrefOf as savedSearchHref } from "./searched-pages.server";
export { syncSecond } from "./sync-second.server";
