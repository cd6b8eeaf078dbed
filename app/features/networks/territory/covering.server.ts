import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { kinks } from "@turf/kinks";
import { distanceKm } from "~/features/schools/index.server";
import { boundsOf, type Position, type Territory } from "./territory";

/** A place that may lie in a territory; its local authority where that is known. */
export type Place = Position & { country: string; localAuthority: string | null };

/**
 * Whether a place lies in a territory. Corners of a border are joined by straight lines of the map, which on the ground of a
 * region differ from great circles by less than a street.
 */
export function covers(territory: Territory, place: Place): boolean {
  if (territory.kind === "authorities") {
    return (
      place.country === territory.country &&
      place.localAuthority !== null &&
      territory.authorities.includes(place.localAuthority)
    );
  }
  const bounds = boundsOf(territory);
  if (bounds && (place.latitude < bounds.south || place.latitude > bounds.north)) return false;
  if (territory.kind === "radius") return distanceKm(territory.centre, place) <= territory.km;
  return booleanPointInPolygon([place.longitude, place.latitude], polygonOf(territory.corners));
}

/** Where a border crosses or touches itself; null for one that goes around its ground once. */
export function crossingOf(corners: Position[]): Position | null {
  const [longitude, latitude] = kinks(polygonOf(corners)).features[0]?.geometry.coordinates ?? [];
  return longitude === undefined || latitude === undefined ? null : { latitude, longitude };
}

/** Square degrees within a border, by the shoelace formula (Gauss's area formula). */
export function degreesWithin(corners: Position[]): number {
  const twice = corners.reduce((sum, from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    return sum + from.longitude * to.latitude - to.longitude * from.latitude;
  }, 0);
  return Math.abs(twice) / 2;
}

function polygonOf(corners: Position[]): { type: "Polygon"; coordinates: [number, number][][] } {
  const ring = [...corners, ...corners.slice(0, 1)];
  return {
    type: "Polygon",
    coordinates: [ring.map(({ latitude, longitude }): [number, number] => [longitude, latitude])],
  };
}
