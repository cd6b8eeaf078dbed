import { z } from "zod";
import { distanceKm, findPlaces } from "~/features/schools/index.server";
import { RuleBroken } from "~/platform/errors/errors";
import type { Reader } from "~db/client.server";
import { crossingOf, degreesWithin } from "./covering.server";
import { MOST } from "./limits";
import { boundsOf, type Position } from "./territory";

/**
 * Reads a border as people type it: a corner a line, as degrees ("52.95, -1.15"), the name of a town or a postcode; or all of it as
 * GeoJSON, which maps export. Of several towns of one name, the one nearest to the network is meant.
 * @throws RuleBroken at the field `corners`, with the number of the line
 */
export async function readCorners(
  db: Pick<Reader, "execute">,
  typed: string,
  network: Position & { country: string },
): Promise<Position[]> {
  const corners = typed.startsWith("{") ? fromGeoJson(typed) : await fromLines(db, typed, network);
  const border = corners.filter((corner, index) => !same(corner, corners[(index + 1) % corners.length]!));
  if (border.length < 3) throw wrong("networks_territory_corners_few");
  if (border.length > MOST.corners) throw wrong("networks_territory_corners_many", { most: MOST.corners });
  const { south, north, west, east } = boundsOf({ kind: "border", corners: border })!;
  if (north - south > MOST.degrees || east - west > MOST.degrees)
    throw wrong("networks_territory_corners_far");
  const crossing = crossingOf(border);
  if (crossing) {
    throw wrong("networks_territory_corners_cross", {
      at: `${crossing.latitude.toFixed(3)}, ${crossing.longitude.toFixed(3)}`,
    });
  }
  if (degreesWithin(border) < 1e-6) throw wrong("networks_territory_corners_flat");
  return border;
}

const wrong = (code: string, values: Record<string, string | number> = {}) =>
  new RuleBroken(code, values, "corners");

const same = (a: Position, b: Position) => a.latitude === b.latitude && a.longitude === b.longitude;

/** "52.95, -1.15" or "52.95 -1.15": latitude first, as maps show it. */
const degrees = /^(-?\d{1,2}(?:\.\d{1,12})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,12})?)$/;

async function fromLines(
  db: Pick<Reader, "execute">,
  typed: string,
  network: Position & { country: string },
): Promise<Position[]> {
  const lines = typed.split(/\r\n?|\n/).map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const filled = lines.filter(({ text }) => text !== "");
  if (filled.length > MOST.corners) throw wrong("networks_territory_corners_many", { most: MOST.corners });
  const corners: Position[] = [];
  let named = 0;
  for (const { text, line } of filled) {
    const figures = degrees.exec(text);
    if (figures) {
      const corner = { latitude: Number(figures[1]), longitude: Number(figures[2]) };
      if (!isOnEarth(corner)) throw wrong("networks_territory_corner_odd", { line, text });
      corners.push(corner);
      continue;
    }
    named += 1;
    if (named > MOST.namedCorners)
      throw wrong("networks_territory_corners_named", { most: MOST.namedCorners });
    corners.push(await namedPlace(db, text.slice(0, 100), line, network));
  }
  return corners;
}

async function namedPlace(
  db: Pick<Reader, "execute">,
  text: string,
  line: number,
  network: Position & { country: string },
): Promise<Position> {
  const { country } = network;
  const candidates = await findPlaces(db, text, { country, asTyped: true, withoutSchools: true });
  const [first] = candidates;
  if (!first) throw wrong("networks_territory_corner_unknown", { line, text });
  const meant = candidates
    .filter(({ label }) => label === first.label)
    .sort((a, b) => distanceKm(network, a) - distanceKm(network, b))[0]!;
  return { latitude: meant.latitude, longitude: meant.longitude };
}

const isOnEarth = ({ latitude, longitude }: Position) =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).max(MOST.corners + 1);
const polygon = z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).length(1) });
const feature = z.object({ type: z.literal("Feature"), geometry: polygon });
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(feature).length(1) });

/** One polygon without holes, alone or as the only feature (RFC 7946: longitude first). */
function fromGeoJson(typed: string): Position[] {
  const read = z.union([polygon, feature, collection]).safeParse(parsed(typed));
  if (!read.success) throw wrong("networks_territory_geojson_odd");
  const shape = read.data.type === "FeatureCollection" ? read.data.features[0]! : read.data;
  const { coordinates } = shape.type === "Feature" ? shape.geometry : shape;
  const corners = coordinates[0]!.map(([longitude, latitude]) => ({ latitude, longitude }));
  if (!corners.every(isOnEarth)) throw wrong("networks_territory_geojson_odd");
  return corners;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
