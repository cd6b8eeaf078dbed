import type { SearchableType } from "~db/vocabulary/searchable-types";
import { withoutMarks } from "../mended-text";
import { MARK_END, MARK_START, type SearchHit } from "../search-engine";
import type { AskedWord } from "../text/asked-words";
import { excerptOf, type MarkedTerm, mark } from "../text/excerpt";
import { fold } from "../text/words";
import { nearWords } from "./near-words";
import type { StoredDocument } from "./stored-document";

/**
 * What is asked of Meilisearch to show of a document. It marks the short texts, where it knows best what it found; to cut
 * excerpts from twenty bodies takes it longer than the search itself, so that is done here, for the few that need it.
 */
export const formatting = {
  attributesToRetrieve: [
    ...["type", "recordId", "slug", "title", "summary", "start"],
    ...["language", "shown", "newestAt"],
  ],
  attributesToHighlight: ["title", "summary"],
  highlightPreTag: MARK_START,
  highlightPostTag: MARK_END,
};

export type FoundDocument = StoredDocument & {
  _formatted?: Partial<Record<"title" | "summary", string>>;
};

/**
 * A hit of Meilisearch as the port gives it.
 * @param asked the words that were searched
 * @param misspelt those of them that may stand for others (see `notMarked`)
 */
export function foundHit(found: FoundDocument, asked: AskedWord[], misspelt: AskedWord[]): SearchHit {
  const { type, recordId, slug, title, summary, start, language, shown, newestAt, _formatted } = found;
  const marked = {
    title: wholeWords(_formatted?.title ?? title),
    summary: wholeWords(_formatted?.summary ?? summary),
  };
  const terms = termsOf(asked, markedWords(`${marked.title}\n${marked.summary}`));
  // Pieces are marked in no text that is shown.
  if (asked.some(({ spaceless }) => spaceless)) {
    marked.title = mark(title, terms);
    marked.summary = mark(summary, terms);
  }
  const excerpt = oneLine(excerptIn(marked, summary, start, terms, misspelt));
  return {
    ...{ type: type as SearchableType, recordId, slug, title, language, shown },
    excerpt: withoutMarks(excerpt),
    highlighted: { title: marked.title, excerpt },
    newestAt: new Date(newestAt),
  };
}

/** The summary where it or the title says why it was found, otherwise the place in the body that does. */
function excerptIn(
  marked: { title: string; summary: string },
  summary: string,
  start: string,
  terms: MarkedTerm[],
  misspelt: AskedWord[],
): string {
  const short = excerptOf(summary, "", []);
  // What is cut has to be marked once more: a cut could go through a mark.
  const inSummary = short === summary ? marked.summary : mark(short, terms);
  const isSaid = inSummary !== "" && `${marked.title}${inSummary}`.includes(MARK_START);
  if (isSaid || terms.length === 0) return inSummary || excerptOf("", start, []);
  // Most bodies hold the words as they were typed: looking for others takes longest.
  const other = misspelt.filter(({ word }) => !start.toLowerCase().includes(word));
  const near = other.length === 0 ? terms : [...terms, ...termsOf([], nearWords(other, start))];
  const inBody = mark(excerptOf("", start, near), near);
  return inBody.includes(MARK_START) || summary === "" ? inBody : inSummary;
}

/** The words that are marked in no title and no summary as they were typed: perhaps others were found for them. */
export function notMarked(asked: AskedWord[], found: FoundDocument[]): AskedWord[] {
  if (asked.length === 0) return [];
  const marked = [
    ...markedWords(found.map(({ _formatted: texts }) => `${texts?.title}\n${texts?.summary}`).join("\n")),
  ];
  return asked.filter(({ word }) => !marked.some((other) => fold(other).startsWith(word)));
}

const termsOf = (asked: AskedWord[], variants: Set<string>): MarkedTerm[] => [
  ...asked.map(({ word, parts, prefix, spaceless }) => ({
    ...{ words: [...new Set([word, ...parts])], stems: [], spaceless },
    prefix: prefix && word.length >= 2,
  })),
  ...[...variants].map((word) => ({ words: [word], stems: [], prefix: false, spaceless: false })),
];

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The different words between marks, in lower case. */
export const markedWords = (text: string): Set<string> =>
  new Set([...text.matchAll(/\ue000([^\ue001]*)\ue001/g)].map(([, word]) => word!.toLowerCase()));

/** Marks that end inside a word, where its beginning was typed, go on to its end: "[Bridge]s" is "[Bridges]". */
export const wholeWords = (marked: string) => marked.replace(/\ue001([\p{L}\p{M}\p{N}]+)/gu, "$1\ue001");
