/** Near words, by the deletion method: two words within n edits share a key made by taking away up to n letters. */

/**
 * From how many letters on a word may be mended by one edit and by two, as Meilisearch has it (its documentation, "Typo
 * tolerance": none up to 4 letters, one from 5, two from 9; a wrong first letter counts as two).
 */
const ONE_EDIT_FROM = 5;
const TWO_EDITS_FROM = 9;

/** Keys are made of this many first letters: enough to tell words apart, few enough to keep the index small. */
const KEY_LETTERS = 7;

/** The shortest word that one with two edits may be meant for. */
const SHORTEST_TWICE = TWO_EDITS_FROM - 2;

/** Whether a word can be the mending of another, one letter longer or shorter: letters only, and not too many. */
export const canBeMeant = (word: string) => /^[\p{L}\p{M}]{4,30}$/u.test(word);

/** Whether a word can be the misspelling of another. */
export const canBeMisspelt = (word: string) => canBeMeant(word) && editsAllowed(word) > 0;

/** Edits within which a word may be mended. */
export function editsAllowed(word: string): 0 | 1 | 2 {
  const { length } = [...word];
  if (length < ONE_EDIT_FROM) return 0;
  return length < TWO_EDITS_FROM ? 1 : 2;
}

/** The keys under which a word of the index is found by those that it may be meant by. */
export const keysOfMeant = (word: string) => nearKeys(word, [...word].length < SHORTEST_TWICE ? 1 : 2);

/** The keys a misspelt word looks for. */
export const keysOfMisspelt = (word: string) => nearKeys(word, editsAllowed(word));

/**
 * The keys of a word: two words within so many edits share one. Two letters are only taken away behind the first one,
 * because a wrong first letter counts as two edits already.
 */
export function nearKeys(word: string, edits: number): string[] {
  const letters = [...word].slice(0, KEY_LETTERS);
  const keys = new Set([letters.join("")]);
  if (edits === 0 || letters.length < 2) return [...keys];
  for (let at = 0; at < letters.length; at++) {
    const shorter = letters.toSpliced(at, 1);
    keys.add(shorter.join(""));
    if (edits < 2 || at === 0) continue;
    for (let other = at; other < shorter.length; other++) keys.add(shorter.toSpliced(other, 1).join(""));
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

/** A word of the index that may be meant, and how many documents hold it. */
export type Candidate = { word: string; documents: number };

/** Edits as they are counted against what is allowed: the first letter is rarely wrong. */
export const countedEdits = (typed: string, word: string) =>
  editDistance(typed, word) + (typed[0] === word[0] ? 0 : 1);

/**
 * The word that is most likely meant by a misspelt one, and its own variants among the candidates: "satellite" beside
 * "satelite" of another language.
 * @returns nothing when none is near enough
 */
export function mend(typed: string, candidates: Candidate[]): string[] {
  const length = [...typed].length;
  const scored = candidates.flatMap(({ word, documents }) => {
    const edits = countedEdits(typed, word);
    if (edits > editsAllowed(typed)) return [];
    // Two swapped letters are the commonest slip; a frequent word is likelier.
    const sameLetters = [...typed].sort().join("") === [...word].sort().join("") ? 1 : 0;
    const score = -3 * edits + sameLetters + Math.log10(documents) * 0.9;
    return [{ word, score }];
  });
  scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  const [best, ...others] = scored.map(({ word }) => word);
  if (best === undefined) return [];
  const variants = length >= 7 ? others.filter((other) => editDistance(best, other) === 1) : [];
  return [best, ...variants.slice(0, MOST_VARIANTS)];
}

const MOST_VARIANTS = 3;
