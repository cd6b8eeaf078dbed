import type { Reader } from "~db/client.server";
import { findPlaces } from "./find-places.server";
import type { Position } from "./map";
import { type SchoolTexts, tidyPostcode } from "./school";

/**
 * Where a school that no register lists lies, as far as its postcode tells, otherwise in the middle of its town.
 * @returns null where neither is known
 */
export async function locateSchool(
  db: Pick<Reader, "execute" | "select">,
  school: Omit<SchoolTexts, "name"> & { country: string },
): Promise<Position | null> {
  const { country, town } = school;
  const postcode = tidyPostcode(school.postcode, country);
  const byPostcode = postcode ? await findPlaces(db, postcode, { country }) : [];
  const candidates = [
    ...byPostcode.filter(({ kind }) => kind === "postcode"),
    ...(await findPlaces(db, town, { country })),
  ];
  return candidates.find(({ kind }) => kind !== "school") ?? null;
}
