import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { countryName } from "./countries";
import { type PlaceCandidate, queryWords, readPostcode, tidyQuery } from "./find-place";
import {
  type FoundSchool,
  findSchoolsAsTyped,
  findSchoolsMended,
  hasWords,
  tooShort,
} from "./find-schools.server";
import { type Position, steps } from "./map";
import { schoolPlace } from "./school";

const MOST_PLACES = 8;
/** Of these at most so many are towns, so that schools are not crowded out. */
const MOST_TOWNS = 5;
const MOST_CANDIDATES = 200;

type Db = Pick<Reader, "execute">;
type Within = { country?: string; asTyped?: boolean };

/**
 * Places somebody may mean by a postcode, the name of a town or of a school.
 * @param within.country ISO 3166-1 alpha-2; everywhere unless given
 * @param within.asTyped leaves out what is only spelt much the same
 * @returns at most eight, the likeliest first: the postcode, or the district or area it lies in; towns by their whole
 * name, by its beginning, by a word in it; schools; and only where there is none of a kind, what is spelt much the same
 */
export async function findPlaces(db: Db, text: string, within: Within = {}): Promise<PlaceCandidate[]> {
  const query = tidyQuery(text);
  if (query === "") return [];
  const postcodes = await findPostcodes(db, query, within);
  if (postcodes.length > 0 && /\d/.test(query)) return postcodes;
  if (tooShort(queryWords(query))) return postcodes;
  const found = [
    ...postcodes,
    ...arrange(
      await findTowns(db, query, within),
      await findSchoolsAsTyped(db, query, { ...within, limit: MOST_PLACES }),
    ),
  ];
  const alike = (kind: PlaceCandidate["kind"]) =>
    !within.asTyped && !found.some((candidate) => candidate.kind === kind);
  if (alike("town")) found.push(...(await findTownsSpeltAlike(db, query, within)));
  if (alike("school")) found.push(...(await findSchoolsMended(db, query, within)).map(asCandidate));
  return withCountries(found.slice(0, MOST_PLACES));
}

/** A few towns, the schools, and more towns where that leaves room. */
function arrange(towns: PlaceCandidate[], schools: FoundSchool[]): PlaceCandidate[] {
  return [...towns.slice(0, MOST_TOWNS), ...schools.map(asCandidate), ...towns.slice(MOST_TOWNS)];
}

/** Names the country of every town as soon as there are two countries to tell apart. */
function withCountries(candidates: PlaceCandidate[]): PlaceCandidate[] {
  if (new Set(candidates.map(({ country }) => country)).size < 2) return candidates;
  return candidates.map((candidate) => {
    const country = countryName(candidate.country);
    const isTold = candidate.kind !== "town" || candidate.detail === country;
    return isTold ? candidate : { ...candidate, detail: `${candidate.detail}, ${country}` };
  });
}

const open = sql`(closed_on is null or closed_on > current_date)`;
const inCountry = ({ country }: Within, column = sql`country`) =>
  country ? sql`and ${column} = ${country}` : sql``;

type AreaRow = Position & { country: string; label: string; town: string };

/** The average position of the open schools that a condition finds, by what `label` says of each. */
async function schoolAreas(db: Db, label: SQL, condition: SQL, within: Within): Promise<PlaceCandidate[]> {
  const { rows } = await db.execute<AreaRow>(sql`
    select country, ${label} as label, avg(latitude) as latitude, avg(longitude) as longitude,
      mode() within group (order by town) as town
    from schools where ${condition} and ${open} ${inCountry(within)}
    group by country, 2 order by count(*) desc, 2 limit 5`);
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

/** The finest that is known: the postcode, its district, its area; elsewhere, postcodes that begin like it. */
async function findPostcodes(db: Db, text: string, within: Within): Promise<PlaceCandidate[]> {
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

type TownRow = Position & { id: string; country: string; name: string; region: string };

const townColumns = sql`place.id, place.country, place.name, place.region, place.latitude, place.longitude`;

/**
 * Of towns of one name the one among more schools is meant more often: schools in its square of the map. The
 * gazetteer tells no populations.
 */
const schoolsAround = sql`(select squares.schools from school_squares squares
  where squares.country = place.country and squares.level = 'country'
    and squares."row" = floor((90 - place.latitude) / ${steps.area}::float8)::integer / 4
    and squares."column" =
      floor((place.longitude + 180) * degree_width(place.country) / ${steps.area}::float8)::integer / 4)`;

/** Towns that have the first word in their name and the others in their name or region: "Newport, Isle of Wight". */
async function findTowns(db: Db, text: string, within: Within): Promise<PlaceCandidate[]> {
  const words = queryWords(text);
  const name = words.join(" ");
  const { rows } = await db.execute<TownRow>(sql`
    select ${townColumns} from (
      select * from places
      where ${hasWords(sql`search_text`, words.slice(0, 1))}
        and ${hasWords(sql`(search_text || ' ' || plain_words(region))`, words)} ${inCountry(within)}
      order by search_text like ' ' || plain_words(${name}) || '%' desc limit ${MOST_CANDIDATES}
    ) as place
    order by
      case when search_text = ' ' || plain_words(${name}) then 0
        when search_text like ' ' || plain_words(${name}) || '%' then 1 else 2 end,
      coalesce(${schoolsAround}, 0) desc, char_length(place.name), place.name, place.id
    limit ${MOST_PLACES}`);
  return rows.map(townCandidate);
}

/** Towns spelt much like the text, and not much less so than the likest. */
async function findTownsSpeltAlike(db: Db, text: string, within: Within): Promise<PlaceCandidate[]> {
  const name = queryWords(text).join(" ");
  const { rows } = await db.execute<TownRow & { likeness: number }>(sql`
    select ${townColumns}, likeness from (
      select *, similarity(search_text, plain_words(${name})) as likeness from places
      where search_text % plain_words(${name}) ${inCountry(within)}
      order by likeness desc limit ${MOST_CANDIDATES}
    ) as place
    order by likeness desc, coalesce(${schoolsAround}, 0) desc, place.name, place.id limit ${MOST_TOWNS}`);
  const enough = (rows[0]?.likeness ?? 0) * 0.75;
  return rows.filter(({ likeness }) => likeness >= enough).map(townCandidate);
}

function townCandidate({ id, country, name, region, latitude, longitude }: TownRow): PlaceCandidate {
  return {
    kind: "town",
    id: `town:${id}`,
    label: name,
    detail: region || countryName(country),
    country,
    latitude,
    longitude,
  };
}

function asCandidate({
  id,
  name,
  town,
  postcode,
  country,
  latitude,
  longitude,
}: FoundSchool): PlaceCandidate {
  return {
    kind: "school",
    id: `school:${id}`,
    label: name,
    detail: schoolPlace({ town, postcode }),
    country,
    latitude,
    longitude,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A candidate again by its id, as a form or an address carries it.
 * @returns null when there is none, or no longer
 */
export async function placeById(db: Db, id: string): Promise<PlaceCandidate | null> {
  const [kind, key = "", ...rest] = id.slice(0, 100).split(":");
  if (kind === "postcode") return postcodeById(db, key, rest.join(":"));
  if (!uuid.test(key)) return null;
  if (kind === "town") {
    const { rows } = await db.execute<TownRow>(
      sql`select ${townColumns} from places place where id = ${key}`,
    );
    return rows[0] ? townCandidate(rows[0]) : null;
  }
  if (kind !== "school") return null;
  const { rows } = await db.execute<FoundSchool>(
    sql`select id, country, name, town, postcode, latitude, longitude from schools where id = ${key}`,
  );
  return rows[0] ? asCandidate(rows[0]) : null;
}

async function postcodeById(db: Db, country: string, label: string): Promise<PlaceCandidate | null> {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  const found = await findPostcodes(db, label, { country });
  return found.find((candidate) => candidate.label === label) ?? null;
}
