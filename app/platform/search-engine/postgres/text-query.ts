import type { AskedWord } from "../text/asked-words";
import { mend } from "../text/spelling";
import { isOptional } from "../text/stop-words";
import { pairsOf } from "../text/words";
import { MOST_COUNTED } from "./counting.server";
import type { KnownWord, Synonym } from "./look-up.server";

/** A word as it is searched. */
export type Term = {
  /** The word itself, its stems, and its pieces, as a tsquery; null where the index holds none of them. */
  strong: string | null;
  /** Words that begin with it, and its synonyms, as a tsquery; null where there are none. */
  weak: string | null;
  /** How many lexemes `strong` is made of. */
  size: number;
  /** The rarer the word, the more it says. */
  weight: number;
  optional: boolean;
};

/** A question in the language of PostgreSQL's text search. */
export type TextQuery = {
  /** Every word that has to be there. */
  all: string;
  /** Words that together make up enough of the weight. */
  enough: string;
  any: string;
  /** At least one word, in the title. */
  titled: string;
  terms: Term[];
};

/** Words beyond these, the commonest ones, are not combined: the number of combinations would explode. */
const MOST_COMBINED = 6;

/** Share of a question's weight that a document without all of its words has to hold. */
const ENOUGH_WEIGHT = 0.3;

/** A question with misspelt words replaced, and what was replaced by what. */
export type Mended = { asked: AskedWord[]; mended: [typed: string, searched: string][] };

/** Replaces unknown words by the ones that are meant, or by the two words that were run together. */
export function mendWords(typed: AskedWord[], known: KnownWord[]): Mended {
  const mended: Mended["mended"] = [];
  const asked = typed.flatMap((word, index) => {
    const { near, halves } = known[index]!;
    const [best, ...also] = mend(word.word, near);
    const instead = best !== undefined ? [best] : halves;
    if (!instead) return [word];
    mended.push([word.typed, instead.join(" ")]);
    return instead.map((each, at) => ({
      ...word,
      word: each,
      also,
      parts: [each],
      prefix: word.prefix && at === instead.length - 1,
    }));
  });
  return { asked, mended };
}

/**
 * Writes the tsqueries of a question.
 * @param documents number of all documents, for telling rare words from common ones
 * @returns null where there is nothing to search for
 */
export function textQuery(asked: AskedWord[], known: KnownWord[], documents: number): TextQuery | null {
  const synonyms = synonymsOf(asked, known);
  const terms = asked.map((word, index) => termOf(word, known[index]!, synonyms[index]!, documents));
  const needed = terms.filter(({ optional }) => !optional);
  const queries = needed.map(anyForm);
  if (queries.length === 0) return null;
  return {
    all: queries.join(" & "),
    enough: heavyGroups(needed).join(" | "),
    any: queries.join(" | "),
    titled: asked.map((word, index) => titled(word, known[index]!, synonyms[index]!)).join(" | "),
    terms,
  };
}

// Words are letters and digits only, forms these with a slash: a quote can not be among them.
const quote = (lexeme: string) => `'${lexeme}'`;

/**
 * The other names of every phrase among the words that has some, for each word of the phrase: where "design and
 * technology" is asked for, "DT" stands for any of the three.
 */
export function synonymsOf(asked: AskedWord[], known: KnownWord[]): Synonym[][] {
  const found: Synonym[][] = asked.map(() => []);
  for (const [at, { synonyms }] of known.entries()) {
    for (const synonym of synonyms) {
      const words = synonym.phrase.split(" ");
      if (words.every((word, n) => asked[at + n]?.word === word))
        for (let n = 0; n < words.length; n++) found[at + n]!.push(synonym);
    }
  }
  return found;
}

/** A synonym as a tsquery: a word with its stems, or words that stand one behind the other. */
function synonymQuery({ other, forms }: Synonym): string {
  const words = other.split(" ");
  if (words.length === 1) return [...new Set([other, ...forms])].map(quote).join(" | ");
  // Words that say little are left out: those of a long body are not all kept.
  const places = words.flatMap((word, place) => (isOptional(word) ? [] : [place]));
  if (places.length < 2) return words.map(quote).join(" <-> ");
  return places
    .map((place, n) => (n === 0 ? "" : ` <${place - places[n - 1]!}> `) + quote(words[place]!))
    .join("");
}

function termOf(
  asked: AskedWord,
  { forms, documents, whole }: KnownWord,
  synonyms: Synonym[],
  all: number,
): Term {
  const lexemes = formsOf(asked, forms);
  const pieces = asked.parts.length > 1 ? [`(${asked.parts.map(quote).join(" & ")})`] : [];
  // A word that so many documents hold is a whole one: what begins with it would not be counted any more.
  const begun = asked.prefix && !asked.spaceless && [...asked.word].length >= 2 && whole <= MOST_COUNTED;
  const weak = [
    ...(begun ? [`${quote(asked.word)}:*`] : []),
    ...synonyms.map((synonym) => `(${synonymQuery(synonym)})`),
  ];
  return {
    strong: asked.spaceless
      ? spacelessQuery(asked.word)
      : `(${[...lexemes.map(quote), ...pieces].join(" | ")})`,
    weak: weak.length > 0 ? `(${weak.join(" | ")})` : null,
    size: lexemes.length,
    weight: Math.log(2 + (all + 1) / (documents + 1)),
    optional: asked.optional,
  };
}

/** The word itself is always searched: what the index counts may be a moment behind. */
const formsOf = ({ word, also }: AskedWord, forms: string[]) => [...new Set([word, ...also, ...forms])];

const anyForm = ({ strong, weak }: Term) => (strong && weak ? `(${strong} | ${weak})` : (strong ?? weak)!);

/** Pairs of letters one after the other; a single letter is the beginning of a pair. */
function spacelessQuery(run: string): string {
  const pairs = pairsOf(run);
  return pairs.length === 1 ? `${quote(pairs[0]!)}:*` : `(${pairs.map(quote).join(" <-> ")})`;
}

function titled(asked: AskedWord, { forms }: KnownWord, synonyms: Synonym[]): string {
  if (asked.spaceless) return `${quote(`t/${pairsOf(asked.word)[0]}`)}:*`;
  const all = [...formsOf(asked, forms), ...synonyms.flatMap((synonym) => synonym.forms)];
  const lexemes = all.map((form) => quote(`t/${form}`));
  return (asked.prefix ? [...lexemes, `${quote(`t/${asked.word}`)}:*`] : lexemes).join(" | ");
}

/** The smallest groups of words that make up enough of the whole weight, each as "a & b". */
function heavyGroups(terms: Term[]): string[] {
  const rare = [...terms].sort((a, b) => b.weight - a.weight).slice(0, MOST_COMBINED);
  const enough = rare.reduce((sum, { weight }) => sum + weight, 0) * ENOUGH_WEIGHT;
  const groups: string[] = [];
  const grow = (from: number, group: Term[], weight: number) => {
    if (weight >= enough) {
      groups.push(group.map(anyForm).join(" & "));
      return;
    }
    for (let at = from; at < rare.length; at++)
      grow(at + 1, [...group, rare[at]!], weight + rare[at]!.weight);
  };
  grow(0, [], 0);
  return groups;
}
