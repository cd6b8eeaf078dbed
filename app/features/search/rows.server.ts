import { languageName } from "~/platform/i18n/vocabulary";
import type { SearchHit } from "~/platform/search-engine/search-engine";
import type { Picture, Searchable } from "~/platform/search-engine/searchable";
import { kindOf } from "./kinds";

/** A result as the page shows it. */
export type FoundRow = {
  path: string;
  name: string;
  /** Title and excerpt with matched words between marks. */
  title: string;
  excerpt: string;
  /** Language of both; null where nobody said. */
  language: string | null;
  /** A few facts, in the reader's language. */
  tags: string[];
  picture: Picture | null;
};

/** @param locale the reader's: a language is told where it is another one */
export function rowsOf(
  searchables: readonly Searchable[],
  hits: readonly SearchHit[],
  locale: string,
): FoundRow[] {
  return hits.flatMap((hit) => {
    const kind = kindOf(searchables, hit.type);
    return kind ? [rowOf(hit, kind, locale)] : [];
  });
}

function rowOf(hit: SearchHit, { presented }: Searchable, locale: string): FoundRow {
  const { title, language, highlighted } = hit;
  const tags = presented.tags(hit);
  if (presented.written && language.split("-")[0] !== locale) {
    tags.push(languageName(language.replace(/-[A-Z]{2}$/, "")));
  }
  return {
    path: presented.path(hit),
    name: title,
    ...highlighted,
    language: presented.written ? language : null,
    tags: tags.filter(Boolean),
    picture: presented.picture?.(hit) ?? null,
  };
}
