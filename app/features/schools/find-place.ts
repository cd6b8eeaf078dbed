import type { Position } from "./map";

/** A place somebody may have meant. */
export type PlaceCandidate = Position & {
  kind: "postcode" | "town" | "school";
  /** Names the candidate again: see `placeById`. */
  id: string;
  label: string;
  /** What tells it from others of its name: a county, a town. */
  detail: string;
  country: string;
};

/** Longest text that is looked at; a school with its town is shorter. */
const LONGEST_QUERY = 100;
/** Words that are looked at; more would only slow the search. */
const MOST_WORDS = 6;
const LONGEST_WORD = 40;

/** What somebody typed as one line of bounded length. */
export const tidyQuery = (text: string) =>
  [
    ...text
      .slice(0, LONGEST_QUERY * 4)
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
      .trim(),
  ]
    .slice(0, LONGEST_QUERY)
    .join("");

/** Little words that one register writes out and the next one leaves away or writes as "&". */
const leftOut = new Set(["and", "et", "und", "y"]);

/** The words of a query, without punctuation; the database makes plain words of them (`plain_words`). */
export function queryWords(text: string): string[] {
  const words = tidyQuery(text)
    .replace(/['’‘ʼ`´.·]/g, "")
    .split(/[^\p{L}\p{M}\p{N}\u200b-\u200d]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.slice(0, LONGEST_WORD));
  const telling = words.filter((word) => !leftOut.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
}

/** Scripts that write no spaces between words: there a word may begin anywhere. */
const unspaced =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether the word must be looked for in the middle of words too. */
export const isUnspaced = (word: string) => unspaced.test(word);

/** What of a text may be a postcode, the finest part first. */
export type PostcodeGuess = {
  /** Capital letters and digits alone. */
  key: string;
  /** First halves it may begin with, the longest first: "NG72" is NG72 or the beginning of NG7 2. */
  districts: string[];
  /** Letters a British postcode begins with: "NG". */
  area: string | null;
};

/**
 * Reads a text as a postcode or the beginning of one, with or without its space.
 * @returns null where it cannot be one
 */
export function readPostcode(text: string): PostcodeGuess | null {
  const capitals = tidyQuery(text).toUpperCase();
  const key = capitals.replace(/[ -]/g, "");
  if (!/^[A-Z\d]{1,10}$/.test(key)) return null;
  if (/^[A-Z]{1,2}$/.test(capitals)) return { key, districts: [], area: key };
  if (!/\d/.test(key)) return null;
  const [outward = "", ...rest] = capitals.split(" ");
  const districts = rest.length > 0 ? [outward] : firstHalves(key);
  return { key, districts, area: /^([A-Z]{1,2})\d/.exec(key)?.[1] ?? null };
}

/** What may stand before the space of a British postcode typed without it; elsewhere the whole. */
function firstHalves(key: string): string[] {
  const found: string[] = [];
  for (let length = 4; length >= 2; length--) {
    const [outward, inward] = [key.slice(0, length), key.slice(length)];
    const fits = /^[A-Z]{1,2}\d[A-Z\d]?$/.test(outward) && /^(\d[A-Z]{0,2})?$/.test(inward);
    if (fits && outward.length === length) found.push(outward);
  }
  return found.length > 0 ? found : [key];
}
