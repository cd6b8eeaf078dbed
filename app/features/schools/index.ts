export { countryName } from "./countries";
export { distanceKm } from "./distance";
export type { PlaceCandidate } from "./find-place";
export { type GridPlace, type MapFrame, type Position, placeOnMap } from "./map";
