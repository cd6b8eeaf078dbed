export { urlOf } from "./urls";
