import type { Reader } from "~db/client.server";
import { locateSchool } from "../locating.server";
import type { NewSchool } from "../operations/add-school.server";
import { schoolsLike } from "./candidates.server";
import { LIKELY, schoolLikeness } from "./likeness";

/** More would be no help; a town has hardly as many of one name. */
const MOST_SHOWN = 5;

/** A little more generous than for administrators: looking at one school too many costs a teacher nothing. */
const LIKELY_ENOUGH = LIKELY - 0.1;

/**
 * Open schools that may be the one somebody is about to add, the likeliest first; none where nobody knows its place.
 */
export async function likelySchools(
  db: Pick<Reader, "execute" | "select">,
  input: Omit<NewSchool, "position">,
): Promise<{ id: string; name: string; town: string; postcode: string }[]> {
  const position = await locateSchool(db, input);
  if (!position) return [];
  const school = {
    ...input,
    latitude: position.latitude,
    longitude: position.longitude,
    registerId: null,
  };
  const found = await schoolsLike(db, school);
  return found
    .map((other) => ({ other, score: schoolLikeness(school, other) }))
    .filter(({ score }) => score >= LIKELY_ENOUGH)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ other: { id, name, town, postcode } }) => ({ id, name, town, postcode }));
}
