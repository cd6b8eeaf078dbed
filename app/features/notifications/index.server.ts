export { countUnread } from "./queries.server";
