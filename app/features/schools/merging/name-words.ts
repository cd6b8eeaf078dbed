/** A word of a school's name, and how much it tells: 1 for a name, less for what many schools are called. */
export type NameWord = { word: string; weight: number };

/** What a word weighs that hundreds of schools have in their names, and one that names the town they stand in. */
const COMMON = 0.12;
const TOWN = 0.25;
const SAINT = 0.5;

/** By language: English, French, German, Khmer in Latin letters. */
const common = new Set(
  [
    "school schools academy college primary secondary high junior infant infants nursery community church england ce",
    "c e r rc catholic roman voluntary aided controlled va vc cofe grammar comprehensive special upper middle lower first",
    "preparatory prep sixth form boys girls foundation trust the of in at for a",
    "ecole college lycee maternelle elementaire primaire general professionnel prive privee public de du des la le les l d",
    "schule grundschule oberschule gymnasium realschule hauptschule gesamtschule am an der die das im zur",
    "sala vidyalay hun sen",
  ].flatMap((line) => line.split(" ")),
);

const saints = new Set(["st", "saint", "ste", "sainte", "sankt", "san", "santa", "sint"]);

const dropped = new Set(["and", "et", "und", "y", "&"]);

const numbers = new Map(
  [
    ["1", "one", "first", "1st", "i"],
    ["2", "two", "second", "2nd", "ii"],
    ["3", "three", "third", "3rd", "iii"],
    ["4", "four", "fourth", "4th", "iv"],
    ["5", "five", "fifth", "5th"],
    ["6", "six", "sixth", "6th"],
    ["7", "seven", "seventh", "7th"],
    ["8", "eight", "eighth", "8th"],
    ["9", "nine", "ninth", "9th"],
    ["10", "ten", "tenth", "10th"],
  ].flatMap(([digits, ...words]) => words.map((word) => [word, digits!] as const)),
);

/**
 * A text as plain words: lower case, without accents and punctuation, "St Mary's" as "saint", "marys".
 */
export function plainWordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’‘ʼ`´.]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "" && !dropped.has(word))
    .map((word) => (saints.has(word) ? "saint" : word));
}

/**
 * The words of a school's name with their weights. Number words are digits ("First" in "First School" is a kind of
 * school in England, so it stays a word there).
 * @param townWords words of the towns of both schools that are compared
 */
export function nameWords(name: string, townWords: ReadonlySet<string>): NameWord[] {
  const words = plainWordsOf(name);
  return words.map((word, at) => {
    const isKind =
      (word === "first" && words[at + 1] === "school") || (word === "sixth" && words[at + 1] === "form");
    const digits = isKind ? undefined : numbers.get(word);
    if (digits) return { word: digits, weight: 1 };
    if (word === "saint") return { word, weight: SAINT };
    if (common.has(word)) return { word, weight: COMMON };
    return { word, weight: townWords.has(word) ? TOWN : 1 };
  });
}
