import { findPlaces } from "~/features/schools/index.server";
import type { Database } from "~db/client.server";

/** A postcode or town, with the way to the networks near it. */
export type FoundPlace = {
  id: string;
  label: string;
  detail: string;
  /** Networks near it. */
  to: string;
};

const SHOWN = 4;

/** Longer texts name no place. */
const LONGEST = 60;

/**
 * Postcodes and towns of that name. Schools are not among them: they are a kind of record.
 * @param options.alike also those spelt much the same: they would turn up for half of all searches, so they are for
 * when nothing else was found
 */
export async function placesCalled(
  db: Database,
  text: string,
  { alike = false } = {},
): Promise<FoundPlace[]> {
  if (text.length > LONGEST) return [];
  const found = await findPlaces(db, text, { asTyped: !alike, withoutSchools: true });
  return found.slice(0, SHOWN).map(({ id, label, detail }) => ({
    id,
    label,
    detail,
    to: `/networks?${new URLSearchParams({ near: label, place: id })}`,
  }));
}
