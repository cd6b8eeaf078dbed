import { drawCountry, mapCountry, networkAtlas, rowOf } from "~/features/networks/index.server";
import { countryName } from "~/features/schools/index.server";
import type { Database } from "~db/client.server";

/** Networks in the register of the first page. */
const ROWS = 6;

const noneOwn: ReadonlySet<string> = new Set();

/** What a visitor sees: the country with the most networks, and the largest networks. No query but what others keep. */
export async function welcomeOf(db: Database) {
  const atlas = await networkAtlas(db);
  const country = mapCountry(atlas, []);
  const largest = [...atlas].sort((a, b) => b.members - a.members).slice(0, ROWS);
  return {
    map:
      country === null
        ? null
        : { ...(await drawCountry(db, country, atlas, noneOwn)), country: countryName(country) },
    rows: largest.map((network) =>
      rowOf(network, { km: null, covers: false, own: noneOwn, withCountry: true }),
    ),
    networks: atlas.length,
  };
}
