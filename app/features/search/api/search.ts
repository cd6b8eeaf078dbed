// GET /api/v1/search; no page of its own.
export { loader } from "./search.server";
