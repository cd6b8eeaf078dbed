import { findPlaces } from "~/features/schools/index.server";
import type { Database } from "~db/client.server";

export type FoundPlace = {
  id: string;
  label: string;
  detail: string;
  /** Networks near it. */
  to: string;
};

/** Places and schools of that name, with the way to the networks near each. */
export type FoundPlaces = {
  rows: FoundPlace[];
  /** The register of schools with the same words, where more schools than these may have them. */
  moreSchools: string | null;
};

const SHOWN = 4;

/** Longer texts name no place. */
const LONGEST = 60;

/**
 * Postcodes, towns and schools of that name.
 * @param options.alike also those spelt much the same: they would turn up for half of all searches, so they are for
 * when nothing else was found
 */
export async function placesCalled(db: Database, text: string, { alike = false } = {}): Promise<FoundPlaces> {
  if (text.length > LONGEST) return { rows: [], moreSchools: null };
  const found = await findPlaces(db, text, { asTyped: !alike });
  const schools = found.some(({ kind }) => kind === "school");
  return {
    rows: found.slice(0, SHOWN).map(({ id, label, detail }) => ({
      id,
      label,
      detail,
      to: `/networks?${new URLSearchParams({ near: label, place: id })}`,
    })),
    moreSchools: found.length > SHOWN && schools ? `/schools?${new URLSearchParams({ q: text })}` : null,
  };
}
