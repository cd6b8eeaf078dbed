/**
 * How text becomes words, the same for what is indexed, what is asked and what is marked in a result. Words are runs
 * of letters and digits, folded: lower case, no accents. Where a script writes no spaces between words, a run is cut
 * into overlapping pairs of letters instead, so that any part of it can be found without a dictionary.
 */

/** One word of a text. */
export type Word = {
  /** Folded. */
  word: string;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** A run of a script without spaces; `word` is then the whole run. */
  spaceless: boolean;
  /** Joined to the next word by a hyphen or colon alone: "wi" of "wi-fi", "micro" of "micro:bit". */
  joined: boolean;
};

/** Longer runs of letters are no words anybody searches: links, keys, code. */
const LONGEST_WORD = 40;

// Soft hyphens, zero-width spaces and joiners stand inside words and are taken out by folding.
const wordPattern = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]+/uy;
const joints = "-:\u2010\u2011";
const beginsWord = /[\p{L}\p{N}]/u;
const spacelessPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30fc\u200b]+/gu;

/** Scripts without spaces come after these: Latin, Greek, Cyrillic, Hebrew, Arabic, those of India. */
const beforeSpaceless = /^[\u0030-\u0dff]+$/;

/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and what is not seen. Vowel signs of
 * other scripts are letters of their own right and stay. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060]/g;

const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const asciiWord = /^[a-z0-9]+$/;

/** A word without case and accents. Not for whole texts: anything but letters and digits is lost. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most words by far; the rest is ten times slower.
  if (asciiWord.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(marks, "")
    .normalize("NFC")
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter]!)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/**
 * The words of a text, in order.
 * @param beginnings first letters, folded: plain words that begin with others may be left out, which saves most of the
 *   time where few of them are wanted
 */
export function wordsOf(text: string, beginnings?: Set<string>): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const end = asciiEnd(text, at);
    // Reading letter by letter is several times faster than the pattern, which knows every script there is.
    if (end > at && !(text.charCodeAt(end) > 127)) {
      if (!beginnings || beginnings.has(text[at]!.toLowerCase()))
        add(found, text, text.slice(at, end).toLowerCase(), at, end, false);
      at = end;
      continue;
    }
    wordPattern.lastIndex = at;
    const run = wordPattern.exec(text)?.[0];
    if (run === undefined) {
      at++;
      continue;
    }
    for (const part of scriptsOf(run)) {
      const start = at + part.from;
      add(found, text, fold(part.text), start, start + part.text.length, part.spaceless);
    }
    at += run.length;
  }
  return found;
}

/** Where a run of plain letters and digits ends that begins here; the same place if none does. */
function asciiEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
    if (!plain) break;
  }
  return at;
}

function add(found: Word[], text: string, word: string, start: number, end: number, spaceless: boolean) {
  if (word === "" || (!spaceless && word.length > LONGEST_WORD)) return;
  const after = text[end];
  const joined =
    !spaceless && after !== undefined && joints.includes(after) && beginsWord.test(text[end + 1] ?? "");
  found.push({ word, start, end, spaceless, joined });
}

/** A run cut where it goes from a script with spaces to one without. */
function scriptsOf(run: string): { text: string; from: number; spaceless: boolean }[] {
  const parts: { text: string; from: number; spaceless: boolean }[] = [];
  if (beforeSpaceless.test(run)) return [{ text: run, from: 0, spaceless: false }];
  let at = 0;
  for (const match of run.matchAll(spacelessPattern)) {
    // A zero-width space between letters of another script is no script of its own.
    if (/^\u200b+$/.test(match[0])) continue;
    if (match.index > at) parts.push({ text: run.slice(at, match.index), from: at, spaceless: false });
    // Vowel signs and digits that belong to more than one script stay with the run.
    const tail = /^[\p{M}]*/u.exec(run.slice(match.index + match[0].length))![0];
    parts.push({ text: match[0] + tail, from: match.index, spaceless: true });
    at = match.index + match[0].length + tail.length;
  }
  if (at < run.length) parts.push({ text: run.slice(at), from: at, spaceless: false });
  return parts;
}

/** A run of a script without spaces as overlapping pairs of letters with their signs: "abc" is "ab" and "bc". */
export function pairsOf(run: string): string[] {
  const clusters = run.match(/\P{M}\p{M}*/gu) ?? [];
  if (clusters.length < 2) return clusters;
  return clusters.slice(1).map((cluster, index) => clusters[index]! + cluster);
}

/**
 * The terms a text is indexed under, in order. A run without spaces also ends in its last letter, so that each of its
 * letters begins a term. Joined words follow as one, so that "wifi" finds "wi-fi".
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const words = wordsOf(text);
  for (const [index, { word, spaceless, joined }] of words.entries()) {
    if (spaceless) {
      const pairs = pairsOf(word);
      const last = word.match(/\P{M}\p{M}*$/u)?.[0];
      terms.push(...pairs);
      if (pairs.length > 0 && last && pairs.at(-1) !== last) terms.push(last);
    } else {
      terms.push(word);
      if (!joined || words[index - 1]?.joined) continue;
      const compound = compoundAt(words, index);
      if (compound.length <= LONGEST_WORD) terms.push(compound);
    }
  }
  return terms;
}

/** The word that begins at an index, with all that is joined to it. */
export function compoundAt(words: Word[], index: number): string {
  let compound = "";
  for (let at = index; at < words.length; at++) {
    compound += words[at]!.word;
    if (!words[at]!.joined) break;
  }
  return compound;
}
