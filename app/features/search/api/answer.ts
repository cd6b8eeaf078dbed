import {
  MARK_END,
  MARK_START,
  type SearchAnswer,
  type SearchHit,
} from "~/platform/search-engine/search-engine";
import { urlOf } from "../urls";

/** What `/api/v1/search` answers; described in openapi.ts. */
export function apiAnswer(query: string, answer: SearchAnswer) {
  return {
    query,
    engine: answer.engine,
    tookMs: answer.tookMs,
    total: answer.total,
    page: answer.page,
    perPage: answer.perPage,
    hits: answer.hits.map(apiHit),
    facets: answer.facets,
  };
}

const apiHit = ({ type, recordId, slug, title, excerpt, highlighted }: SearchHit) => ({
  type,
  id: recordId,
  slug,
  url: urlOf(type, slug),
  title,
  excerpt,
  highlighted: { title: markedHtml(highlighted.title), excerpt: markedHtml(highlighted.excerpt) },
});

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text with marks as HTML that holds nothing but `<mark>`. */
function markedHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => escapes[sign]!)
    .replaceAll(MARK_START, "<mark>")
    .replaceAll(MARK_END, "</mark>");
}
