import type { Position } from "./map";

/** Mean radius of the Earth in kilometres (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Kilometres between two positions along the surface, at most 0.6 % wrong, for the Earth is taken as a ball. The
 * haversine formula: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), page 159.
 */
export function distanceKm(a: Position, b: Position): number {
  const sinLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const sinLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h =
    sinLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sinLongitude ** 2;
  // Rounding may carry h of two antipodes a hair above 1.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}
