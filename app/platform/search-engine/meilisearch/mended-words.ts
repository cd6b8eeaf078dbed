import type { SearchHit } from "../search-engine";
import type { AskedWord } from "../text/asked-words";
import { editDistance, editsAllowed } from "../text/spelling";
import { fold } from "../text/words";
import { markedWords } from "./found-hit";

/** Longest ending by which two forms of a word differ: "bridge" and "bridges". */
const LONGEST_ENDING = 3;

/**
 * Which words were found instead of misspelt ones, read from what was marked: Meilisearch does not say it.
 * @returns as SearchAnswer.mended
 */
export function mendedWords(asked: AskedWord[], hits: SearchHit[]): [typed: string, searched: string][] {
  const counts = new Map<string, number>();
  for (const { highlighted } of hits) {
    for (const marked of markedWords(`${highlighted.title}\n${highlighted.excerpt}`)) {
      const word = fold(marked);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const found = [...counts.keys()];
  return asked.flatMap(({ typed, word, spaceless, optional }): [string, string][] => {
    const most = editsAllowed(word);
    if (spaceless || optional || most === 0 || found.some((other) => sameWord(word, other))) return [];
    const near = found
      .filter((other) => nearest(word, other) <= most)
      .sort((a, b) => editDistance(word, a) - editDistance(word, b) || counts.get(b)! - counts.get(a)!);
    return near[0] === undefined ? [] : [[typed, near[0]]];
  });
}

const sameWord = (word: string, other: string) =>
  other.startsWith(word) || (word.startsWith(other) && word.length - other.length <= LONGEST_ENDING);

/** A beginning that is still being typed is compared with as much of the other word. */
const nearest = (word: string, other: string) =>
  Math.min(editDistance(word, other), editDistance(word, other.slice(0, word.length)));
