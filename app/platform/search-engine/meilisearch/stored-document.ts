import type { SearchableType } from "~db/vocabulary/searchable-types";
import { withoutMarks } from "../mended-text";
import type { SearchDocument } from "../search-engine";
import { fold, pairsOf, wordsOf } from "../text/words";

/** A document as Meilisearch keeps it. */
export type StoredDocument = {
  id: string;
  type: string;
  recordId: string;
  slug: string;
  title: string;
  titlePieces: string;
  keywords: string[];
  summary: string;
  body: string;
  pieces: string;
  /** All of a German text, to be read as German; empty for other languages. */
  german: string;
  /** The beginning of the body, from which excerpts are cut: a long body would be cut anew for every hit. */
  start: string;
  language: string;
  facets: Record<string, string[]>;
  audience: string[];
  shown: Record<string, unknown>;
  minutes: number | null;
  /** Milliseconds since 1970. */
  newestAt: number;
  titleKey: string;
  /** `{ de: 1 }`: sorts a reader's own language first. */
  own: Record<string, 1>;
  hash: string;
};

/** Longer bodies are searched up to here, and excerpts cut from here, in characters. */
const LONGEST_BODY = 60_000;
const EXCERPT_FROM = 1_200;

export const storedId = (type: SearchableType, recordId: string) => `${type}_${recordId}`;

/** @param hash the document's own, see `documentHash` */
export function storedDocument(document: SearchDocument, hash: string): StoredDocument {
  const { type, recordId, slug, keywords, language, facets, audience, shown, minutes } = document;
  const title = withoutMarks(document.title);
  const summary = withoutMarks(document.summary);
  const body = withoutMarks(document.body).slice(0, LONGEST_BODY);
  return {
    ...{ id: storedId(type, recordId), type, recordId, slug, language, audience, shown, minutes, hash },
    title,
    titlePieces: piecesOf(title),
    keywords: keywords.map(withoutMarks),
    summary,
    body,
    pieces: piecesOf([...keywords, summary, body].join("\n")),
    german: primaryLanguage(language) === "de" ? [title, ...keywords, summary, body].join("\n") : "",
    start: body.slice(0, EXCERPT_FROM),
    facets: Object.fromEntries(Object.entries(facets).filter(([name]) => isFacetName(name))),
    newestAt: document.newestAt.getTime(),
    titleKey: wordsOf(title)
      .map(({ word }) => word)
      .join(" ")
      .slice(0, 400),
    own: { [primaryLanguage(language)]: 1 },
  };
}

/** "de" of "de-AT". */
export const primaryLanguage = (language: string) => fold(language.split(/[-_]/)[0] ?? "") || "none";

/** Facets with other names are not stored, and so nothing is found by them. */
export const isFacetName = (name: string) => /^[a-z][a-zA-Z0-9_-]{0,60}$/.test(name);

/** The scripts without spaces of a text, as pairs of letters. */
const piecesOf = (text: string) =>
  wordsOf(text)
    .filter(({ spaceless }) => spaceless)
    .flatMap(({ word }) => spacelessPieces(word))
    .join(" ");

/** A run of such a script as pieces; also its last letter, so that each of its letters begins a piece. */
function spacelessPieces(run: string): string[] {
  const pairs = pairsOf(run);
  const last = run.match(/\P{M}\p{M}*$/u)?.[0];
  return last && pairs.at(-1) !== last ? [...pairs, last] : pairs;
}
