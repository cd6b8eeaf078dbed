// GET /api/v1/openapi.json; no page of its own.
export { loader } from "./openapi.server";
