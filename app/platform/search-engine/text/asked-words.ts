import { LONGEST_TEXT, MOST_WORDS } from "../search-engine";
import { isOptional } from "./stop-words";
import { compoundAt, wordsOf } from "./words";

/** A word of a question. */
export type AskedWord = {
  /** As it was typed. */
  typed: string;
  /** Folded; "wifi" for "wi-fi". */
  word: string;
  /** Other spellings that count as the word. */
  also: string[];
  /** The pieces of a word joined by hyphens: "wi", "fi". One piece for any other word. */
  parts: string[];
  /** A run of a script that writes no spaces. */
  spaceless: boolean;
  /** May be missing from what is found, as long as other words are there. */
  optional: boolean;
  /** The last word, still being typed perhaps: words that begin with it count too. */
  prefix: boolean;
};

/** A text as it is searched: no control characters, at most LONGEST_TEXT characters. */
export function cleanText(text: string): string {
  const visible = text
    .slice(0, LONGEST_TEXT * 8)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
  return [...visible].slice(0, LONGEST_TEXT).join("").trim();
}

/** The words of a question, at most MOST_WORDS; none when the text has no letter and no digit. */
export function askedWords(text: string): AskedWord[] {
  const words = wordsOf(text);
  const asked: AskedWord[] = [];
  for (let index = 0; index < words.length && asked.length < MOST_WORDS; index++) {
    const first = words[index]!;
    let last = index;
    while (words[last]!.joined && last + 1 < words.length) last++;
    const word = compoundAt(words, index);
    asked.push({
      typed: text.slice(first.start, words[last]!.end),
      word,
      also: [],
      parts: words.slice(index, last + 1).map((part) => part.word),
      spaceless: first.spaceless,
      optional: !first.spaceless && isOptional(word),
      prefix: false,
    });
    index = last;
  }
  const end = asked.at(-1);
  if (end) end.prefix = true;
  // Where every word says little, every word counts.
  return asked.every(({ optional }) => optional)
    ? asked.map((each) => ({ ...each, optional: false }))
    : asked;
}
