// Addresses below /api that name nothing.
export { loader } from "./unknown.server";
