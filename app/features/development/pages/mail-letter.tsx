export { loader } from "./mail-letter.server";
