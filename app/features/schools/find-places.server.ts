import type { Reader } from "~db/client.server";
import { countryName } from "./countries";
import { type PlaceCandidate, queryWords, tidyQuery } from "./find-place";
import { findPostcodes } from "./find-postcodes.server";
import { type FoundSchool, findSchoolsAsTyped, findSchoolsMended, tooShort } from "./find-schools.server";
import { findTowns, findTownsSpeltAlike, townById } from "./find-towns.server";
import { leadingSchool } from "./queries.server";
import { schoolPlace } from "./school";

const MOST_PLACES = 8;
/** Of these at most so many are towns, so that schools are not crowded out. */
const MOST_TOWNS = 5;

type Db = Pick<Reader, "execute">;
type Within = { country?: string; asTyped?: boolean; withoutSchools?: boolean };

/**
 * Places somebody may mean by a postcode, the name of a town or of a school.
 * @param within.country ISO 3166-1 alpha-2; everywhere unless given
 * @param within.asTyped leaves out what is only spelt much the same
 * @param within.withoutSchools postcodes and towns alone
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
      within.withoutSchools ? [] : await findSchoolsAsTyped(db, query, { ...within, limit: MOST_PLACES }),
    ),
  ];
  const alike = (kind: PlaceCandidate["kind"]) =>
    !within.asTyped && !found.some((candidate) => candidate.kind === kind);
  if (alike("town")) found.push(...(await findTownsSpeltAlike(db, query, within)));
  if (alike("school") && !within.withoutSchools)
    found.push(...(await findSchoolsMended(db, query, within)).map(asCandidate));
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
 * A candidate again by its id, as a form or an address carries it; for a school that was merged, the one it leads to.
 * @returns null when there is none, or no longer
 */
export async function placeById(
  db: Pick<Reader, "execute" | "select">,
  id: string,
): Promise<PlaceCandidate | null> {
  const [kind, key = "", ...rest] = id.slice(0, 100).split(":");
  if (kind === "postcode") return postcodeById(db, key, rest.join(":"));
  if (!uuid.test(key)) return null;
  if (kind === "town") return townById(db, key);
  if (kind !== "school") return null;
  const school = await leadingSchool(db, key);
  return school ? asCandidate(school) : null;
}

async function postcodeById(db: Db, country: string, label: string): Promise<PlaceCandidate | null> {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  const found = await findPostcodes(db, label, { country });
  return found.find((candidate) => candidate.label === label) ?? null;
}
