export { action, loader } from "./api-elsewhere.server";
