// What other features may use of notifications, on the server.
export { unreadOf } from "./list.server";
export { countUnread } from "./queries.server";
