export { countryName } from "./countries";
export { countryChoices, isKnownCountry } from "./countries.server";
export { distanceKm } from "./distance";
export type { SchoolsChanged, SchoolsImported } from "./facts";
export type { PlaceCandidate } from "./find-place";
export { findPlaces, placeById } from "./find-places.server";
export { type FoundSchool, findSchools } from "./find-schools.server";
export { type GridPlace, type MapFrame, type Position, placeOnMap } from "./map";
export { areaMap, countryMap, type PlaceMap, type WeightedSquare } from "./maps.server";
export { addSchool, type NewSchool } from "./operations/add-school.server";
export { chooseSchool } from "./operations/choose-school.server";
export {
  type BadRow,
  importSchools,
  type SchoolsImport,
  type SchoolsImportReport,
} from "./operations/import-schools.server";
export { loadPlaces, loadPlacesOfCountriesInUse } from "./operations/load-places.server";
export { countSchools, schoolsByIds } from "./queries.server";
export { refreshSchoolViews } from "./reactions.server";
