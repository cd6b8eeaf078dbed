import { MARK_END, MARK_START } from "../search-engine";
import { fold, wordsOf } from "./words";

/** What is marked in a result. */
export type Marked = {
  /** Folded words that were searched, with what instead of misspelt ones. */
  words: string[];
  /** Stems of these; a word counts when no more than an ending follows. */
  stems: string[];
  /** Beginnings of words. */
  prefixes: string[];
  /** Runs of scripts without spaces; any part of a run counts. */
  runs: string[];
};

/** Longest ending that may follow a stem: "turb-ines", "calibr-ation". */
const LONGEST_ENDING = 5;

/** A stretch of text to mark, in UTF-16 units, and which of the words it is. */
type Match = { start: number; end: number; word: string };

function matchesIn(text: string, marked: Marked): Match[] {
  const { words, stems, prefixes, runs } = marked;
  const firstLetters = new Set([...words, ...stems, ...prefixes].map((word) => word[0]));
  return wordsOf(text).flatMap(({ word, start, end, spaceless }) => {
    if (spaceless) return runsIn(text, start, end, runs);
    if (!firstLetters.has(word[0])) return [];
    const exact = words.find((wanted) => wanted === word);
    const stem = stems.find((s) => word.startsWith(s) && word.length - s.length <= LONGEST_ENDING);
    const hit = exact ?? stem ?? prefixes.find((prefix) => word.startsWith(prefix));
    return hit === undefined ? [] : [{ start, end, word: hit }];
  });
}

/** Where runs stand inside a run of the text: folding may take letters away, so it goes letter by letter. */
function runsIn(text: string, start: number, end: number, runs: string[]): Match[] {
  const letters = [...text.slice(start, end).matchAll(/\P{M}\p{M}*/gu)].map(({ 0: letter, index }) => ({
    folded: fold(letter),
    start: start + index,
    end: start + index + letter.length,
  }));
  const matches: Match[] = [];
  for (const run of runs) {
    for (let at = 0; at < letters.length; at++) {
      let until = at;
      let read = "";
      while (until < letters.length && read.length < run.length) read += letters[until++]!.folded;
      if (read !== run) continue;
      matches.push({ start: letters[at]!.start, end: letters[until - 1]!.end, word: run });
      at = until - 1;
    }
  }
  return matches
    .sort((a, b) => a.start - b.start)
    .filter((m, i, all) => i === 0 || m.start >= all[i - 1]!.end);
}

/** The text with marks around what matches. Marks that the text itself holds are taken out. */
export function mark(text: string, marked: Marked): string {
  const clean = withoutMarks(text);
  let out = "";
  let at = 0;
  for (const { start, end } of matchesIn(clean, marked)) {
    out += clean.slice(at, start) + MARK_START + clean.slice(start, end) + MARK_END;
    at = end;
  }
  return out + clean.slice(at);
}

export const withoutMarks = (text: string) => text.replaceAll(MARK_START, "").replaceAll(MARK_END, "");

/** Longest excerpt, in characters. */
const EXCERPT = 220;

/**
 * The piece of a text that says most about what was searched: the one with the most different matched words.
 * @param summary shown as it is when nothing in the body matches better
 */
export function excerptOf(summary: string, body: string, marked: Marked): string {
  const short = cut(withoutMarks(summary).trim(), 0);
  if (short !== "" && marksNothing(marked)) return short;
  const inSummary = distinct(matchesIn(short, marked));
  const text = withoutMarks(body).replace(/\s+/g, " ").trim();
  const matches = matchesIn(text, marked);
  const best = bestWindow(matches);
  if (short !== "" && (best === null || best.words <= inSummary)) return short;
  if (best === null) return short || cut(text, 0);
  return cut(text, Math.max(0, best.start - 60));
}

const marksNothing = ({ words, runs }: Marked) => words.length + runs.length === 0;

const distinct = (matches: Match[]) => new Set(matches.map(({ word }) => word)).size;

function bestWindow(matches: Match[]): { start: number; words: number } | null {
  let best: { start: number; words: number } | null = null;
  let until = 0;
  for (const [from, { start }] of matches.entries()) {
    while (until < matches.length && matches[until]!.end - start <= EXCERPT - 80) until++;
    const words = distinct(matches.slice(from, Math.max(until, from + 1)));
    if (best === null || words > best.words) best = { start, words };
  }
  return best;
}

/** About EXCERPT characters from a place on, at the edges of words, with dots where something was left out. */
function cut(text: string, from: number): string {
  const begin = from === 0 ? 0 : edgeAfter(text, from);
  const rest = text.slice(begin);
  if (rest.length <= EXCERPT * 1.2) return (begin > 0 ? "… " : "") + rest;
  const piece = rest.slice(0, EXCERPT);
  const space = piece.lastIndexOf(" ");
  // Scripts without spaces have no edge near: they are cut between letters.
  const end = space > EXCERPT / 2 ? space : piece.replace(/[\ud800-\udbff]$/, "").length;
  return `${begin > 0 ? "… " : ""}${rest.slice(0, end)} …`;
}

function edgeAfter(text: string, from: number): number {
  const space = text.indexOf(" ", from);
  if (space >= 0 && space - from < 40) return space + 1;
  return /[\udc00-\udfff]/.test(text[from] ?? "") ? from + 1 : from;
}
