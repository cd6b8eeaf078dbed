export { loader } from "./api-description.server";
