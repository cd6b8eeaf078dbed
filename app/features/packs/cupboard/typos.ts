import type { NameIndex } from "./names";
import { readingsOf } from "./singular";

/** Proposals for one line. */
const MOST_PROPOSALS = 4;

/** Letters that may be wrong: none in a short word, where everything is close to everything. */
const wrongLetters = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2);

/**
 * Materials somebody may have meant by words that name none: those whose name holds them ("tape" is in "masking
 * tape"), failing these, those that are spelt almost so.
 * @returns ids, the likeliest first, at most four
 */
export function proposalsFor(index: NameIndex, words: readonly string[]): string[] {
  const reading = readingsOf(words).at(-1)!;
  if (reading.length < 3 || reading.length > 60) return [];
  const held = index.all.filter(({ text }) => ` ${text} `.includes(` ${reading} `));
  const found = held.length > 0 ? held.sort((a, b) => a.text.length - b.text.length) : alike(index, reading);
  return [...new Set(found.map(({ id }) => id))].slice(0, MOST_PROPOSALS);
}

function alike(index: NameIndex, reading: string) {
  const most = wrongLetters(reading.length);
  return index.all
    .map((name) => ({ ...name, far: distance(reading, name.text, most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far);
}

/**
 * How many letters one must add, drop, change or swap with their neighbour to make one word of the other (optimal
 * string alignment).
 * @param most beyond this it stops counting and says so much and one more
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}
