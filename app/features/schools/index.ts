// What other features' pages may use of schools.
export { countryName } from "./countries";
export { schoolPlace } from "./school";
