import type { TerritoryKind } from "~db/vocabulary/territories";

/** Degrees, WGS 84. */
export type Position = { latitude: number; longitude: number };

/** The ground a network calls its own. */
export type Territory =
  | { kind: "authorities"; country: string; authorities: string[] }
  | { kind: "radius"; centre: Position; km: number }
  | { kind: "border"; corners: Position[] };

/** What is kept of a territory: the columns of `territories` that say where it lies. */
export type TerritoryRow = {
  kind: TerritoryKind;
  authorities: string[] | null;
  radiusKm: number | null;
  corners: [latitude: number, longitude: number][] | null;
};

/**
 * A territory from its row.
 * @param network gives the country of its authorities and the middle of its circle
 */
export function territoryOf(row: TerritoryRow, network: Position & { country: string }): Territory {
  const { country, latitude, longitude } = network;
  switch (row.kind) {
    case "authorities":
      return { kind: "authorities", country, authorities: row.authorities ?? [] };
    case "radius":
      return { kind: "radius", centre: { latitude, longitude }, km: row.radiusKm ?? 0 };
    case "border":
      return {
        kind: "border",
        corners: (row.corners ?? []).map(([lat, lon]) => ({ latitude: lat, longitude: lon })),
      };
  }
}

/** North and south, west and east of some ground, in degrees. */
export type Bounds = { south: number; north: number; west: number; east: number };

/** Kilometres along a degree of latitude. */
export const KM_PER_DEGREE = 111.195;

/**
 * The box around a territory, rather too large than too small, for finding by an index what may lie in it.
 * @returns null for local authorities, which have names and no box
 */
export function boundsOf(territory: Territory): Bounds | null {
  if (territory.kind === "authorities") return null;
  if (territory.kind === "border") {
    const latitudes = territory.corners.map(({ latitude }) => latitude);
    const longitudes = territory.corners.map(({ longitude }) => longitude);
    return {
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
    };
  }
  const { centre, km } = territory;
  const high = (km / KM_PER_DEGREE) * 1.01;
  const [south, north] = [Math.max(-90, centre.latitude - high), Math.min(90, centre.latitude + high)];
  // A degree of longitude is shortest where the circle is nearest to a pole.
  const shortest = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const wide = shortest < 0.01 ? 360 : high / shortest;
  return { south, north, west: centre.longitude - wide, east: centre.longitude + wide };
}
