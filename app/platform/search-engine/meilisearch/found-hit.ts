import type { SearchableType } from "~db/vocabulary/searchable-types";
import { MARK_END, MARK_START, type SearchHit } from "../search-engine";
import { withoutMarks } from "../text/excerpt";
import type { StoredDocument } from "./stored-document";

/** What is asked of Meilisearch to show of a document. */
export const shownFields = [
  ...["type", "recordId", "slug", "title", "summary", "start", "language", "shown", "newestAt"],
];

/** Words of an excerpt: about 220 characters. */
const EXCERPT_WORDS = 36;

export const formatting = {
  attributesToRetrieve: shownFields.filter((name) => !["summary", "start"].includes(name)),
  attributesToHighlight: ["title", "summary", "start"],
  attributesToCrop: ["summary", "start"],
  cropLength: EXCERPT_WORDS,
  cropMarker: "…",
  highlightPreTag: MARK_START,
  highlightPostTag: MARK_END,
};

export type FoundDocument = StoredDocument & {
  _formatted?: Partial<Record<"title" | "summary" | "start", string>>;
};

/**
 * A hit of Meilisearch as the port gives it.
 * @param mark marks texts our own way, where the words were searched in pieces; null to keep Meilisearch's marks
 */
export function foundHit(
  { type, recordId, slug, title, language, shown, newestAt, _formatted }: FoundDocument,
  mark: ((text: string) => string) | null,
): SearchHit {
  const marked = (text: string | undefined) =>
    mark ? mark(withoutMarks(text ?? "")) : wholeWords(text ?? "");
  const excerpt = betterOf(oneLine(marked(_formatted?.summary)), oneLine(marked(_formatted?.start)));
  return {
    type: type as SearchableType,
    recordId,
    slug,
    title,
    excerpt: withoutMarks(excerpt),
    highlighted: { title: marked(_formatted?.title ?? title), excerpt },
    language,
    shown,
    newestAt: new Date(newestAt),
  };
}

/** The summary, unless the body says more about what was searched. */
function betterOf(summary: string, body: string): string {
  if (summary === "") return body;
  return markedWords(body).size > markedWords(summary).size ? body : summary;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The different words between marks, in lower case. */
export const markedWords = (text: string): Set<string> =>
  new Set([...text.matchAll(/\ue000([^\ue001]*)\ue001/g)].map(([, word]) => word!.toLowerCase()));

/** Marks that end inside a word, where its beginning was typed, go on to its end: "[Bridge]s" is "[Bridges]". */
export const wholeWords = (marked: string) => marked.replace(/\ue001([\p{L}\p{M}\p{N}]+)/gu, "$1\ue001");
