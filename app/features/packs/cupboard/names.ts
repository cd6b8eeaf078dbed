import { readingsOf } from "./singular";
import { wordsOf } from "./words";

/** A material and everything it is called. */
export type NamedMaterial = {
  id: string;
  slug: string;
  name: string;
  synonyms: string[];
  /** By language other than English. */
  names: Record<string, string>;
};

/** Where the word stands that says what a thing is: "cardboard tube" is a tube, "papier de soie" is paper. */
export type Head = "last" | "first" | "whole";

type Name = { id: string; head: Head; rank: number };

/** The names of the vocabulary, ready to be asked. */
export type NameIndex = {
  /** By the name read as singulars. */
  names: Map<string, Name[]>;
  /** The same, words in the order of the alphabet: "A4 paper" is "Paper, A4". */
  shuffled: Map<string, Name[]>;
  /** Every name once, for proposals: its words as singulars, and whose it is. */
  all: { id: string; text: string }[];
};

const headByLanguage: Record<string, Head> = { en: "last", fr: "first" };

// A name of its own counts more than what stands before its comma, and that more than another name for it: "sponge" is
// the sponge, not the foam that is called so too.
const FULL = 0;
const SHORT = 1;
const OTHER = 2;

/** Makes the index of a vocabulary; materials that were merged into others are left out by the caller. */
export function nameIndex(vocabulary: readonly NamedMaterial[]): NameIndex {
  const index: NameIndex = { names: new Map(), shuffled: new Map(), all: [] };
  for (const { id, name, synonyms, names } of vocabulary) {
    add(index, name, { id, head: "last", rank: FULL });
    for (const [language, text] of Object.entries(names)) {
      add(index, text, { id, head: headByLanguage[language] ?? "whole", rank: FULL });
    }
    for (const text of synonyms) add(index, text, { id, head: "last", rank: OTHER });
  }
  return index;
}

function add(index: NameIndex, text: string, name: Name) {
  put(index, wordsOf(text), name);
  // "Card, 300 g, A4": what follows the comma is a size.
  const short = text.split(",")[0]!;
  if (short !== text) put(index, wordsOf(short), { ...name, rank: Math.max(name.rank, SHORT) });
}

function put(index: NameIndex, words: string[], name: Name) {
  if (words.length === 0) return;
  const readings = readingsOf(words);
  for (const reading of readings) {
    addTo(index.names, reading, name);
    if (words.length > 1) addTo(index.shuffled, shuffle(reading), name);
  }
  index.all.push({ id: name.id, text: readings.at(-1)! });
}

function addTo(map: Map<string, Name[]>, key: string, name: Name) {
  const there = map.get(key);
  if (there) there.push(name);
  else map.set(key, [name]);
}

const shuffle = (reading: string) => reading.split(" ").sort().join(" ");

/**
 * The materials these words name, as a whole. More than one where the name is shared ("plastic bottle").
 * @param heads only names whose telling word stands there; any name unless given
 */
export function materialsNamed(
  index: NameIndex,
  words: readonly string[],
  heads?: readonly Head[],
): string[] {
  const readings = readingsOf(words);
  for (const map of [index.names, index.shuffled]) {
    const found = readings
      .flatMap((reading) => map.get(map === index.names ? reading : shuffle(reading)) ?? [])
      .filter(({ head }) => !heads || heads.includes(head));
    if (found.length === 0) continue;
    const best = Math.min(...found.map(({ rank }) => rank));
    return [...new Set(found.filter(({ rank }) => rank === best).map(({ id }) => id))];
  }
  return [];
}

/** The one material whose full name these words are, or null. */
export function materialCalled(index: NameIndex, words: readonly string[]): string | null {
  const found = (index.names.get(words.join(" ")) ?? []).filter(({ rank }) => rank === FULL);
  return found.length === 1 ? found[0]!.id : null;
}
