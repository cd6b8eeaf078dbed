export { action, loader } from "./api-search.server";
