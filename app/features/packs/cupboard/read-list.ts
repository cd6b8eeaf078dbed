import { materialCalled, materialsNamed, type NameIndex } from "./names";
import { withoutQuantity } from "./quantities";
import { proposalsFor } from "./typos";
import { wordsOf } from "./words";

/** Bounds on what is read of one list: characters, things, and lines that get proposals. */
export const LONGEST_LIST = 20_000;
export const MOST_THINGS = 400;
export const MOST_PROPOSED_FOR = 30;

/** More words than a name has, and pieces between commas. */
const MOST_WORDS = 12;
const LONGEST_NAME = 3;

/** Something in a list that is not one known material. */
export type Unclear = {
  text: string;
  /** Ids of what it may be: a name that several share, or names that come close. */
  choices: string[];
};

export type ListReading = {
  /** Ids of the materials, in the order of the list, each once. */
  known: string[];
  unclear: Unclear[];
  /** Whether the list was longer than what is read. */
  cut: boolean;
};

const LINES = /\r\n?|[\n\u2028\u2029]/;
const BULLETS = /^(?:[\s\-–—*•·▪◦‣+>☐☑✓]|\[[ xX]?\]|\p{N}{1,3}[.)](?=\s))+/u;
const BETWEEN = /[;|\t•،、។/]|,(?!\p{N})|(?<!\p{N}),/u;
const AND = /\s+(?:and|or|plus|with|et|ou|avec|និង)\s+|\s*[&+]\s*/iu;

/** After these comes what a thing is from or for: "cardboard tubes from kitchen rolls". */
const joins = new Set("from for with of in about approx like de du des en pour avec".split(" "));

/**
 * Reads a list of things as people write them: one a line or with commas, bullets, quantities, plurals, in any language
 * the vocabulary has names in. What is unclear comes back with what it may be; nothing is guessed where two are meant.
 */
export function readList(text: string, index: NameIndex): ListReading {
  const known = new Set<string>();
  const unclear = new Map<string, Unclear>();
  let things = 0;
  const cutText = text.length > LONGEST_LIST;
  for (const line of text.slice(0, LONGEST_LIST).split(LINES)) {
    for (const thing of thingsIn(line, index)) {
      if (++things > MOST_THINGS) break;
      if (thing.material) known.add(thing.material);
      else {
        const key = thing.words.join(" ");
        if (!unclear.has(key)) unclear.set(key, { text: thing.text, choices: thing.choices });
      }
    }
  }
  return {
    known: [...known],
    unclear: withProposals([...unclear.values()], index),
    cut: cutText || things > MOST_THINGS,
  };
}

function withProposals(unclear: Unclear[], index: NameIndex): Unclear[] {
  let asked = 0;
  return unclear.map(({ text, choices }) => {
    if (choices.length > 0 || ++asked > MOST_PROPOSED_FOR) return { text, choices };
    const words = withoutQuantity(wordsOf(withoutBrackets(text)).slice(0, MOST_WORDS)).at(-1);
    return { text, choices: words ? proposalsFor(index, words) : [] };
  });
}

type Thing = { text: string; words: string[]; material: string | null; choices: string[] };

function* thingsIn(line: string, index: NameIndex): Generator<Thing> {
  // Runs of spaces would take the patterns below long.
  const parts = line.replace(/\s+/g, " ").split(BETWEEN);
  for (let at = 0; at < parts.length; at++) {
    if (parts[at]!.trim() === "") continue;
    const joined = joinedName(parts.slice(at, at + LONGEST_NAME), index);
    if (joined) {
      yield { text: "", words: [], material: joined.material, choices: [] };
      at += joined.parts - 1;
    } else yield* thingsBetween(parts[at]!, index);
  }
}

// "Card, 300 g, A4" is one thing, as our own lists write it.
function joinedName(parts: string[], index: NameIndex): { material: string; parts: number } | null {
  for (let count = parts.length; count > 1; count--) {
    const [first, ...others] = parts.slice(0, count);
    const words = wordsOf([first!.replace(BULLETS, ""), ...others].join(" "));
    const step = withoutQuantity(words).find((words) => materialCalled(index, words));
    const material = (step && materialCalled(index, step)) ?? materialCalled(index, words);
    if (material) return { material, parts: count };
  }
  return null;
}

// "Bolts and nuts" is one thing, "scissors and string" are two.
function* thingsBetween(part: string, index: NameIndex): Generator<Thing> {
  const whole = readThing(part, index);
  if (!whole) return;
  const pieces = part.split(AND);
  if (whole.material === null && whole.choices.length === 0 && pieces.length > 1) {
    for (const piece of pieces) {
      const thing = readThing(piece, index, true);
      if (thing) yield thing;
    }
  } else yield whole.material || whole.choices.length > 0 ? whole : (readThing(part, index, true) ?? whole);
}

/** @param inside whether a name may be a part of the words: "big cardboard tubes" */
function readThing(written: string, index: NameIndex, inside = false): Thing | null {
  const text = written.replace(BULLETS, "").trim();
  const words = wordsOf(withoutBrackets(text)).slice(0, MOST_WORDS);
  if (!words.some((word) => /\p{L}/u.test(word))) return null;
  const steps = withoutQuantity(words);
  if (steps.length === 0) return null;
  const thing = (ids: string[]): Thing => ({
    text,
    words,
    material: ids.length === 1 ? ids[0]! : null,
    choices: ids.length > 1 ? ids.slice(0, 4) : [],
  });
  for (const step of steps) {
    const ids = materialsNamed(index, step);
    if (ids.length > 0) return thing(ids);
  }
  return thing(inside ? namedInside(index, steps.at(-1)!) : []);
}

/** What a name at the end (English) or at the beginning (French) of these words says, if it is half of them at least. */
function namedInside(index: NameIndex, words: readonly string[]): string[] {
  for (let count = words.length - 1; count * 2 >= words.length && count > 0; count--) {
    const atEnd = materialsNamed(index, words.slice(-count), ["last"]);
    if (atEnd.length > 0) return atEnd;
    const atStart = materialsNamed(index, words.slice(0, count), ["first"]);
    if (atStart.length > 0) return atStart;
  }
  const more = words.findIndex((word) => joins.has(word));
  return more > 0 ? materialsNamed(index, words.slice(0, more)) : [];
}

const withoutBrackets = (text: string) => text.replace(/\([^()]*\)/g, " ");
