import { distanceKm } from "../distance";
import type { Position } from "../map";
import { type NameWord, nameWords, plainWordsOf } from "./name-words";

/** What of a school is compared. */
export type ComparedSchool = Position & {
  name: string;
  town: string;
  postcode: string;
  /** Null for a school that people added. */
  registerId: string | null;
};

/** From so much on two records are shown to administrators, and offered to whoever adds a school. */
export const LIKELY = 0.72;

/**
 * How likely two records of one country are one school, from 0 to 1. Ours: the likeness of the names, times one half and
 * half of the likeness of the places; 0.73 of that where a register has numbers for both, for it should know: only the same
 * name in the same street is then still likely. (Of England's 15,849, 57 other pairs looked alike; those were schools of
 * two ages side by side.) Symmetric; a school and itself without a number score 1.
 */
export function schoolLikeness(one: ComparedSchool, other: ComparedSchool): number {
  const registered = one.registerId !== null && other.registerId !== null ? 0.73 : 1;
  return nameLikeness(one, other) * (0.5 + placeLikeness(one, other) / 2) * registered;
}

type Named = Pick<ComparedSchool, "name" | "town">;

/**
 * How alike two names are, from 0 to 1: of the weight of all words of both, the part that has a counterpart in the other
 * name (Dice's coefficient with weights, each word counting as far as it resembles its best counterpart). Half of it
 * where both have numbers and not the same ones, or where one is for infants and the other for juniors: those share
 * site and saint and are two schools.
 */
export function nameLikeness(one: Named, other: Named): number {
  const towns = new Set([...plainWordsOf(one.town), ...plainWordsOf(other.town)]);
  const [a, b] = [nameWords(one.name, towns), nameWords(other.name, towns)];
  const whole = weightOf(a) + weightOf(b);
  if (whole === 0) return 0;
  const alike = Math.min(1, (matched(a, b) + matched(b, a)) / whole);
  return alike * (differ(numbersIn(a), numbersIn(b)) ? 0.5 : 1) * (differ(kindsIn(a), kindsIn(b)) ? 0.5 : 1);
}

const weightOf = (words: NameWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);

const matched = (words: NameWord[], others: NameWord[]) =>
  words.reduce(
    (sum, { word, weight }) =>
      sum + weight * Math.max(0, ...others.map((other) => wordLikeness(word, other.word))),
    0,
  );

/** Below it two words are different words: "heath" and "heather" are above, "oak" and "ash" far below. */
const SAME_WORD = 0.6;

/** Dice's coefficient of the pairs of letters; numbers and single letters are the same or not. */
function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if (/\d/.test(one + other) || one.length < 2 || other.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (const pair of pairsOf(one)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOf(other)) {
    const left = pairs.get(pair) ?? 0;
    if (left > 0) shared++;
    pairs.set(pair, left - 1);
  }
  const likeness = (2 * shared) / (one.length + other.length - 2);
  return likeness < SAME_WORD ? 0 : likeness;
}

const pairsOf = (word: string) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

const numbersIn = (words: NameWord[]) => words.map(({ word }) => word).filter((word) => /^\d+$/.test(word));

/** Kinds that shut each other out, by the words for them. */
const kinds = new Map([
  ...["infant", "infants", "nursery", "maternelle"].map((word) => [word, "infants"] as const),
  ...["junior", "elementaire"].map((word) => [word, "juniors"] as const),
  ...["primary", "primaire", "grundschule"].map((word) => [word, "primary"] as const),
  ...["secondary", "high", "lycee", "gymnasium", "oberschule"].map((word) => [word, "secondary"] as const),
  ...["boys", "girls"].map((word) => [word, word] as const),
]);

const kindsIn = (words: NameWord[]) => words.flatMap(({ word }) => kinds.get(word) ?? []);

/** Both say something, and nothing the same. */
const differ = (one: string[], other: string[]) =>
  one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));

/** Farther apart than this in one town, they are not taken for one school by the town alone; kilometres. */
const SAME_TOWN_KM = 12;
/** At this distance the place speaks half for one school; kilometres. */
const HALF_KM = 1.5;

/**
 * How alike two places are, from 0 to 1: 1 for the same fine postcode (with letters, as in Britain: a street), otherwise
 * by distance d in kilometres, 1 / (1 + (d / 1.5)²); at least 0.7 for the same town or coarse postcode within 12 km,
 * unless fine postcodes tell them apart: where only the town is known, a school lies in the middle of it.
 */
export function placeLikeness(one: ComparedSchool, other: ComparedSchool): number {
  const [a, b] = [postcodeKey(one.postcode), postcodeKey(other.postcode)];
  const fine = isFine(a) && isFine(b);
  if (fine && a === b) return 1;
  const km = distanceKm(one, other);
  const near = 1 / (1 + (km / HALF_KM) ** 2);
  const sameTown = plainWordsOf(one.town).join(" ") === plainWordsOf(other.town).join(" ") && one.town !== "";
  const sameArea = sameTown || (a !== "" && a === b);
  return sameArea && !fine && km <= SAME_TOWN_KM ? Math.max(near, 0.7) : near;
}

const postcodeKey = (postcode: string) => postcode.toUpperCase().replace(/[^A-Z\d]/g, "");

const isFine = (key: string) => /[A-Z]/.test(key) && /\d/.test(key) && key.length >= 5;
