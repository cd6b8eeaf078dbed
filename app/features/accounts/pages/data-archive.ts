export { loader } from "./data-archive.server";
