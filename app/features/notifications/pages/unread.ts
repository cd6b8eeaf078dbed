// GET /notifications/unread; no page of its own.
export { loader } from "./unread.server";
