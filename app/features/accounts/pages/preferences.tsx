export { action, loader } from "./preferences.server";
