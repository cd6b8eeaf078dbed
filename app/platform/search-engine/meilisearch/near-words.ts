import type { AskedWord } from "../text/asked-words";
import { countedEdits, editsAllowed } from "../text/spelling";
import { wordsOf } from "../text/words";

/** The words of a text that a misspelt one may mean, as Meilisearch finds them: as many letters wrong as are allowed. */
export function nearWords(asked: AskedWord[], text: string): Set<string> {
  const misspelt = asked
    .filter(({ spaceless, optional }) => !spaceless && !optional)
    .map(({ word }) => ({ word, edits: editsAllowed(word) }))
    .filter(({ edits }) => edits > 0);
  const near = new Set<string>();
  if (misspelt.length === 0) return near;
  // A wrong first letter counts as two: with one edit, the beginning tells which words need no look.
  const beginnings = misspelt.every(({ edits }) => edits === 1)
    ? new Set(misspelt.map(({ word }) => word[0]!))
    : undefined;
  for (const { word } of wordsOf(text, beginnings)) {
    if (near.has(word)) continue;
    const isNear = misspelt.some(
      (asks) =>
        Math.abs(asks.word.length - word.length) <= asks.edits && countedEdits(asks.word, word) <= asks.edits,
    );
    if (isNear) near.add(word);
  }
  return near;
}
