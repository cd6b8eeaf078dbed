import { areaMap, countryMap, type PlaceMap, placeOnMap } from "~/features/schools/index.server";
import type { Database } from "~db/client.server";
import type { NetworkEntry } from "./atlas.server";
import { type MapRows, packMap } from "./map-rows";
import { groundPath, reachOf } from "./territory/ground.server";
import type { Territory } from "./territory/territory";

/** Kilometres from the middle of a network's map to its side, where its ground needs no more. */
const AREA_KM = 60;

export type DrawnMap = {
  columns: number;
  rows: MapRows;
  /** Path of the network's own ground, in squares; "" where there is none. */
  ground: string;
  circles: { column: number; row: number; name: string; to: string; own: boolean }[];
};

/**
 * A country with its networks.
 * @param own ids of networks in the yellow of what is in focus: the reader's own, the nearest
 */
export async function drawCountry(
  db: Database,
  country: string,
  atlas: NetworkEntry[],
  own: ReadonlySet<string>,
): Promise<DrawnMap> {
  const inside = atlas.filter((network) => network.country === country);
  const map = await countryMap(db, country, { including: inside });
  return drawn(map, inside, own);
}

/**
 * The surroundings of one network, with its neighbours.
 * @param territory its ground, which is drawn under the schools
 */
export async function drawArea(
  db: Database,
  network: OnMap & Pick<NetworkEntry, "country">,
  atlas: NetworkEntry[],
  territory: Territory | null,
): Promise<DrawnMap> {
  const { country, latitude, longitude } = network;
  const km = Math.max(AREA_KM, reachOf(territory, network));
  const map = await areaMap(db, { country, latitude, longitude, km });
  // A closed network is in no atlas, but on its own map.
  const others = atlas.filter(({ id }) => id !== network.id);
  const ground = territory ? await groundPath(db, map, network.id, territory) : "";
  return { ...drawn(map, [...others, network], new Set([network.id])), ground };
}

type OnMap = Pick<NetworkEntry, "id" | "slug" | "name" | "latitude" | "longitude">;

function drawn(map: PlaceMap, networks: OnMap[], own: ReadonlySet<string>): DrawnMap {
  const circles = networks.flatMap((network) => {
    const place = placeOnMap(map, network.latitude, network.longitude);
    if (!place) return [];
    // A tenth of a square is finer than anybody sees, and keeps the page small.
    const [column, row] = [Math.round(place.column * 10) / 10, Math.round(place.row * 10) / 10];
    return [{ column, row, name: network.name, to: `/networks/${network.slug}`, own: own.has(network.id) }];
  });
  return { columns: map.columns, rows: packMap(map), ground: "", circles };
}
