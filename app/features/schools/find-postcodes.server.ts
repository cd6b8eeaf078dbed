import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { countryName } from "./countries";
import { type PlaceCandidate, readPostcode } from "./find-place";
import type { Position } from "./map";
import { isOffered } from "./offered.server";

type Db = Pick<Reader, "execute">;
type Within = { country?: string };

/** Postcodes that are offered where only their beginning was typed. */
const MOST_POSTCODES = 5;

type AreaRow = Position & { country: string; label: string; town: string };

/** The average position of the open schools that a condition finds, by what `label` says of each. */
async function schoolAreas(db: Db, label: SQL, condition: SQL, within: Within): Promise<PlaceCandidate[]> {
  const { rows } = await db.execute<AreaRow>(sql`
    select country, ${label} as label, avg(latitude) as latitude, avg(longitude) as longitude,
      mode() within group (order by town) as town
    from schools where ${condition} and ${isOffered} ${within.country ? sql`and country = ${within.country}` : sql``}
    group by country, 2 order by count(*) desc, 2 limit ${MOST_POSTCODES}`);
  return rows.map(({ country, label: name, latitude, longitude, town }) => ({
    kind: "postcode",
    id: `postcode:${country}:${name}`,
    label: name,
    detail: town || countryName(country),
    country,
    latitude,
    longitude,
  }));
}

const wholePostcode = (key: string) => [sql`postcode`, sql`postcode_key = ${key}`] as const;
const district = (name: string) => [sql`postcode_district`, sql`postcode_district = ${name}`] as const;
const area = (letters: string) =>
  [
    sql`substring(postcode_district from '^[A-Z]+')`,
    // The index finds the beginning, the pattern leaves out areas of two letters when one is asked for.
    sql`postcode_district like ${`${letters}%`} and postcode_district ~ ${`^${letters}[0-9]`} and country = 'GB'`,
  ] as const;
const beginning = (key: string) => [sql`postcode`, sql`postcode_key like ${`${key}%`}`] as const;

/**
 * The finest that is known of what may be a postcode: the postcode, its district, its area; elsewhere, postcodes that begin
 * like it. Each lies in the middle of the open schools that have it.
 */
export async function findPostcodes(db: Db, text: string, within: Within): Promise<PlaceCandidate[]> {
  const guess = readPostcode(text);
  if (!guess) return [];
  const { key, districts } = guess;
  const tries = [
    // Letters alone are an area and nothing else.
    ...(key === guess.area ? [] : [wholePostcode(key), ...districts.map(district)]),
    ...(guess.area ? [area(guess.area)] : key.length >= 3 ? [beginning(key)] : []),
  ];
  for (const [label, condition] of tries) {
    const found = await schoolAreas(db, label, condition, within);
    if (found.length > 0) return found;
  }
  return [];
}
