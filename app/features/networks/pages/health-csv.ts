export { loader } from "./health-csv.server";
