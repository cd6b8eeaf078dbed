import { withoutMarks } from "../mended-text";
import { MARK_END, MARK_START } from "../search-engine";
import { fold, type Word, wordsOf } from "./words";

/** A word that was searched, as it is found again in a text. */
export type MarkedTerm = {
  /** The word and its other spellings, folded. */
  words: string[];
  /** Names of several words, folded, each a list of its words one behind the other. */
  phrases?: string[][];
  /** Stems; a word counts when no more than an ending follows. */
  stems: string[];
  /** Words that begin with it count too. */
  prefix: boolean;
  /** A run of a script without spaces: any part of a run counts. */
  spaceless: boolean;
};

/** Longest ending that may follow a stem: "turb-ines", "calibr-ation". */
const LONGEST_ENDING = 5;

/** A stretch of text to mark, in UTF-16 units, and which of the terms it is. */
type Match = { start: number; end: number; term: number };

function matchesIn(text: string, terms: MarkedTerm[]): Match[] {
  if (terms.length === 0) return [];
  const firstLetters = new Set(
    terms.flatMap(({ words, stems, phrases = [] }) =>
      [...words, ...stems, ...phrases.map((phrase) => phrase[0]!)].map((word) => word[0] ?? ""),
    ),
  );
  const matches: Match[] = [];
  // A phrase goes on with words of any letter.
  const words = wordsOf(text, terms.some(({ phrases }) => phrases?.length) ? undefined : firstLetters);
  for (let at = 0; at < words.length; at++) {
    const { word, start, end, spaceless } = words[at]!;
    if (spaceless) matches.push(...runsIn(text, start, end, terms));
    else if (firstLetters.has(word[0]!)) {
      const phrase = phraseAt(words, at, terms);
      const term = phrase?.term ?? terms.findIndex((each) => isForm(word, each));
      if (phrase) at += phrase.length - 1;
      if (term >= 0) matches.push({ start, end: phrase ? words[at]!.end : end, term });
    }
  }
  return matches;
}

/** The phrase of a term that begins at a word: which term, and how many words. */
function phraseAt(words: Word[], at: number, terms: MarkedTerm[]): { term: number; length: number } | null {
  for (const [term, { phrases = [] }] of terms.entries()) {
    const found = phrases.find((phrase) => phrase.every((word, n) => words[at + n]?.word === word));
    if (found) return { term, length: found.length };
  }
  return null;
}

const isForm = (word: string, { words, stems, prefix }: MarkedTerm): boolean =>
  words.some((wanted) => word === wanted || (prefix && word.startsWith(wanted))) ||
  stems.some((stem) => word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING);

/** Where runs stand inside a run of the text: folding may take letters away, so it goes letter by letter. */
function runsIn(text: string, start: number, end: number, terms: MarkedTerm[]): Match[] {
  const letters = [...text.slice(start, end).matchAll(/\P{M}\p{M}*/gu)].map(({ 0: letter, index }) => ({
    folded: fold(letter),
    start: start + index,
    end: start + index + letter.length,
  }));
  const matches: Match[] = [];
  for (const [term, { words, spaceless }] of terms.entries()) {
    const run = words[0] ?? "";
    for (let at = 0; spaceless && at < letters.length; at++) {
      let until = at;
      let read = "";
      while (until < letters.length && read.length < run.length) read += letters[until++]!.folded;
      if (read !== run) continue;
      matches.push({ start: letters[at]!.start, end: letters[until - 1]!.end, term });
      at = until - 1;
    }
  }
  return matches
    .sort((a, b) => a.start - b.start)
    .filter((match, index, all) => index === 0 || match.start >= all[index - 1]!.end);
}

/** The text with marks around what matches. Marks that the text itself holds are taken out. */
export function mark(text: string, terms: MarkedTerm[]): string {
  const clean = withoutMarks(text);
  let out = "";
  let at = 0;
  for (const { start, end } of matchesIn(clean, terms)) {
    out += clean.slice(at, start) + MARK_START + clean.slice(start, end) + MARK_END;
    at = end;
  }
  return out + clean.slice(at);
}

/** Longest excerpt, in characters. */
const EXCERPT = 220;

/** How far the words of one excerpt may stand apart, in characters. */
const SPAN = 140;

/** What of a text comes before the first matched word, in characters. */
const LEAD = 60;

/**
 * The piece of a text that says most about what was searched: the one with the most different terms.
 * @param summary shown as it is when nothing in the body matches better
 */
export function excerptOf(summary: string, body: string, terms: MarkedTerm[]): string {
  const short = cut(withoutMarks(summary).trim(), 0);
  const inSummary = short === "" ? -1 : different(matchesIn(short, terms));
  // Most of the time goes into long bodies: they are left alone where they cannot do better.
  if (inSummary === terms.length) return short;
  const text = withoutMarks(body);
  const best = densest(matchesIn(text, terms));
  if (best && best.terms > inSummary) return cut(text, Math.max(0, best.start - LEAD));
  return short || cut(text.trimStart(), 0);
}

const different = (matches: Match[]) => new Set(matches.map(({ term }) => term)).size;

/** Where the stretch with the most different terms begins. */
function densest(matches: Match[]): { start: number; terms: number } | null {
  let best: { start: number; terms: number } | null = null;
  let until = 0;
  for (const [from, { start }] of matches.entries()) {
    while (until < matches.length && matches[until]!.end - start <= SPAN) until++;
    const terms = different(matches.slice(from, Math.max(until, from + 1)));
    if (best === null || terms > best.terms) best = { start, terms };
  }
  return best;
}

/** About EXCERPT characters from a place on, at the edges of words, with dots where something was left out. */
function cut(text: string, from: number): string {
  const begin = from === 0 ? 0 : edgeAfter(text, from);
  const rest = text
    .slice(begin, begin + EXCERPT * 2)
    .replace(/\s\s+|[^\S ]/g, " ")
    .trimEnd();
  if (rest.length <= EXCERPT * 1.2) return (begin > 0 ? "… " : "") + rest;
  const piece = rest.slice(0, EXCERPT);
  const space = piece.lastIndexOf(" ");
  // Scripts without spaces have no edge near: they are cut between letters.
  const end = space > EXCERPT / 2 ? space : piece.replace(/[\ud800-\udbff]$/, "").length;
  return `${begin > 0 ? "… " : ""}${rest.slice(0, end)} …`;
}

function edgeAfter(text: string, from: number): number {
  const space = text.slice(from, from + 40).search(/\s/);
  if (space >= 0) return from + space + 1;
  return /[\udc00-\udfff]/.test(text[from] ?? "") ? from + 1 : from;
}
