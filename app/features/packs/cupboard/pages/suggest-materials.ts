// Answers a `SuggestField`; no page of its own.
export { loader } from "./suggest-materials.server";
