import { eq } from "drizzle-orm";
import { distanceKm, type MapFrame, squareAt, toGrid } from "~/features/schools/index.server";
import type { Reader } from "~db/client.server";
import { schools, territorySchools } from "~db/schema";
import { boundsOf, KM_PER_DEGREE, type Position, type Territory } from "./territory";

/** How far a map must reach from the network's place to show all its ground, in kilometres; 0 where that has no box. */
export function reachOf(territory: Territory | null, from: Position): number {
  const bounds = territory && boundsOf(territory);
  if (!bounds) return 0;
  const { south, north, west, east } = bounds;
  const up = Math.max(Math.abs(north - from.latitude), Math.abs(from.latitude - south)) * KM_PER_DEGREE;
  const aside = [west, east].map((longitude) => distanceKm(from, { latitude: from.latitude, longitude }));
  return Math.max(up, ...aside) * 1.05;
}

/**
 * The ground of a territory as the path of an SVG, in squares of a map of areas: a circle, a border, or for local
 * authorities the squares in which their schools lie.
 */
export async function groundPath(
  db: Pick<Reader, "select">,
  map: MapFrame,
  networkId: string,
  territory: Territory,
): Promise<string> {
  if (territory.kind === "authorities") return squaresPath(map, await schoolsOf(db, networkId));
  if (territory.kind === "border") {
    const points = territory.corners.map((corner) => point(map, corner));
    return `M${points.join("L")}Z`;
  }
  const { centre, km } = territory;
  const [column, row] = place(map, centre);
  const down = km / KM_PER_DEGREE / map.step;
  // A degree of longitude is drawn `degreeWidth` wide and is as long as the cosine of its latitude.
  const across = (down * map.degreeWidth) / Math.max(0.01, Math.cos((centre.latitude * Math.PI) / 180));
  const half = `a${round(across)} ${round(down)} 0 1 0`;
  return `M${round(column - across)} ${round(row)}${half} ${round(2 * across)} 0${half} ${round(-2 * across)} 0Z`;
}

function schoolsOf(db: Pick<Reader, "select">, networkId: string) {
  return db
    .select({ latitude: schools.latitude, longitude: schools.longitude })
    .from(territorySchools)
    .innerJoin(schools, eq(schools.id, territorySchools.schoolId))
    .where(eq(territorySchools.networkId, networkId));
}

function squaresPath(map: MapFrame, positions: Position[]): string {
  const squares = new Set<string>();
  for (const position of positions) {
    const { column, row } = squareAt(map.degreeWidth, position, "area");
    const [x, y] = [column - map.left, row - map.top];
    if (x >= 0 && y >= 0 && x < map.columns && y < map.rows) squares.add(`M${x} ${y}h1v1h-1z`);
  }
  return [...squares].join("");
}

const round = (value: number) => Math.round(value * 10) / 10;

function place(map: MapFrame, position: Position): [column: number, row: number] {
  const { column, row } = toGrid(map, position);
  return [column - map.left, row - map.top];
}

const point = (map: MapFrame, position: Position) => place(map, position).map(round).join(" ");
