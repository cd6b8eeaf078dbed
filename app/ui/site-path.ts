export { isSitePath } from "~/platform/http/site-path";
