// A file, not a page.
export { loader } from "./photo.server";
