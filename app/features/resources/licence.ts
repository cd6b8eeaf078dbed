import { type Licence, licenceNames, licences } from "~db/vocabulary/licences";

const addressKey = (address: string) =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/licenses\/mit$|licenses\/mit\/$/, "license/mit")
    .replace(/\/(deed\.\w+|legalcode(\.\w+)?)?$/, "")
    .replace(/\/+$/, "");

/**
 * The licence of a record: one of ours by its name, otherwise the address it was given as.
 * @returns null where it is neither
 */
export function readLicence(given: string): string | null {
  const text = given.trim();
  const known = licenceNames.find(
    (name) => name.toLowerCase() === text.toLowerCase() || addressKey(licences[name]) === addressKey(text),
  );
  if (known) return known;
  return text.length <= 500 && /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text) ? text : null;
}

/** Where a licence's terms stand. */
export const licenceAddress = (licence: string): string =>
  Object.hasOwn(licences, licence) ? licences[licence as Licence] : licence;

/** What a licence is called: its short name, or the site of its address. */
export const licenceLabel = (licence: string): string =>
  /^https?:/i.test(licence) && URL.canParse(licence) ? new URL(licence).hostname : licence;
