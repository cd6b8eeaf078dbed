// Answers the header's field while one types; no page of its own.
export { loader } from "./suggest.server";
