import { isOptional } from "./stop-words";
import { wordsOf } from "./words";

/** A word or phrase of a group of synonyms, as it is looked up. */
export type SynonymRow = {
  /** The first of its words. */
  word: string;
  /** Its words, folded, with a space between. */
  phrase: string;
  /** What else its groups call it, in the same form. */
  others: string[];
};

/** Phrases of more words are no names of anything. */
const LONGEST_PHRASE = 5;

/** More names than these for one thing would make a question too long to answer quickly. */
const MOST_OTHERS = 12;

/**
 * Brings groups of synonyms into the form in which they are looked up.
 * @param groups words or short phrases that mean the same; a phrase may be in several groups
 */
export function synonymRows(groups: string[][]): SynonymRow[] {
  const others = new Map<string, Set<string>>();
  for (const group of groups) {
    const phrases = [...new Set(group.map(phraseOf).filter((phrase) => phrase !== ""))];
    for (const phrase of phrases) {
      const known = others.get(phrase) ?? new Set();
      others.set(phrase, known);
      for (const other of phrases) if (other !== phrase && known.size < MOST_OTHERS) known.add(other);
    }
  }
  return [...others]
    .filter(([, names]) => names.size > 0)
    .map(([phrase, names]) => ({ word: phrase.split(" ")[0]!, phrase, others: [...names] }));
}

/** A phrase folded; "" for one that is too long, or of a script without spaces, whose words are found by their letters. */
function phraseOf(text: string): string {
  const words = wordsOf(text);
  if (words.length > LONGEST_PHRASE || words.some(({ spaceless }) => spaceless)) return "";
  const [first, ...rest] = words.map(({ word }) => word);
  // One letter, or one word that says little, would be found everywhere; "DT" says enough.
  if (first === undefined || (rest.length === 0 && first.length !== 2 && isOptional(first))) return "";
  return [first, ...rest].join(" ");
}
