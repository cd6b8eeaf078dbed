/** Near words, by the deletion method: two words within n edits share a key made by taking away up to n letters. */

/** Keys are made of this many first letters: enough to tell words apart, few enough to keep the index small. */
const KEY_LETTERS = 7;

/** Words shorter than this are too easily one another. */
export const SHORTEST_MENDED = 3;

/** Whether a word can be misspelt or the mending of one: letters of a script with spaces, not too long. */
export const canBeMisspelt = (word: string) => /^[\p{L}\p{M}]{3,30}$/u.test(word);

/** Edits within which a word of this length may be mended; two only where the words are alike otherwise. */
export const editsAllowed = (word: string) => ([...word].length <= 6 ? 1 : 2);

/** The keys a word is found by when one with up to `edits` other letters is looked for. */
export function nearKeys(word: string, edits = editsAllowed(word)): string[] {
  let pieces = new Set([[...word].slice(0, KEY_LETTERS).join("")]);
  const keys = new Set(pieces);
  for (let edit = 0; edit < edits; edit++) {
    const shorter = new Set<string>();
    for (const piece of pieces) {
      const letters = [...piece];
      if (letters.length < 2) continue;
      for (let at = 0; at < letters.length; at++) shorter.add(letters.toSpliced(at, 1).join(""));
    }
    for (const piece of shorter) keys.add(piece);
    pieces = shorter;
  }
  return [...keys];
}

/**
 * Edits between two words: letters put in, left out, exchanged, or two neighbours swapped (optimal string alignment,
 * after Damerau 1964).
 */
export function editDistance(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let before: number[] = [];
  let last = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Share of three-letter pieces two words have in common, from 0 to 1, as pg_trgm counts it. */
export function likeness(one: string, other: string): number {
  const pieces = (word: string) => {
    const padded = [..."  ", ...word, " "];
    return new Set(padded.slice(2).map((_, at) => padded.slice(at, at + 3).join("")));
  };
  const a = pieces(one);
  const b = pieces(other);
  const shared = [...a].filter((piece) => b.has(piece)).length;
  return shared / (a.size + b.size - shared);
}

/** A word of the index that may be meant, and how many documents hold it. */
export type Candidate = { word: string; documents: number };

/** Two edits in a word of 7 or 8 letters leave little of it: the rest has to be this alike. */
const ALIKE = 0.4;

/**
 * The word that is most likely meant by a misspelt one, and its own variants among the candidates: "satellite" beside
 * "satelite" of another language.
 * @returns nothing when none is near enough
 */
export function mend(typed: string, candidates: Candidate[]): string[] {
  const length = [...typed].length;
  const scored = candidates.flatMap(({ word, documents }) => {
    const edits = editDistance(typed, word);
    const near =
      edits === 1 ||
      (edits === 2 && editsAllowed(typed) === 2 && (length > 8 || likeness(typed, word) >= ALIKE));
    if (!near || [...word].length < SHORTEST_MENDED) return [];
    // The first letter is rarely wrong; two swapped letters are the commonest slip; a frequent word is likelier.
    const firstLetter = typed[0] === word[0] ? 0 : 1;
    const sameLetters = [...typed].sort().join("") === [...word].sort().join("") ? 1 : 0;
    const score = -3 * edits - 2 * firstLetter + sameLetters + Math.log10(documents) * 0.9;
    return [{ word, score }];
  });
  scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  const [best, ...others] = scored.map(({ word }) => word);
  if (best === undefined) return [];
  const variants = length >= 7 ? others.filter((other) => editDistance(best, other) === 1) : [];
  return [best, ...variants.slice(0, MOST_VARIANTS)];
}

const MOST_VARIANTS = 3;
