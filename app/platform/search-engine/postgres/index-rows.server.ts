import { documentHash } from "../document-hash.server";
import type { SearchDocument } from "../search-engine";
import { termsOf } from "../text/words";
import { stemmedAs } from "./languages";
import type { Stems } from "./stems.server";
import { vectorOf } from "./vector";

/** Longer bodies are searched up to here, in characters. */
const LONGEST_BODY = 60_000;

/** Places of one word in a body that are kept: more say nothing new and make ranking slow. */
const MOST_PLACES = 6;

/** A document as a row of search_documents, under the names of its columns. */
export type IndexRow = {
  type: string;
  record_id: string;
  slug: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  shown: Record<string, unknown>;
  facets: string[];
  audience: string[];
  words: string;
  title_key: string;
  minutes: number | null;
  newest_at: string;
  hash: string;
};

/** A row, and the words in it. */
export type WordedRow = {
  row: IndexRow;
  /** Words and stems that are counted. */
  lexemes: string[];
  /** Words of title, keywords and summary, and those of the body. */
  heads: string[];
  body: string[];
};

/**
 * Turns documents into rows.
 * @param stems asked once for all words of all documents
 */
export async function indexRows(documents: SearchDocument[], stems: Stems): Promise<WordedRow[]> {
  const cut = documents.map((document) => ({ document, fields: fieldsOf(document) }));
  await stems.learn(
    cut.flatMap(({ fields: { tag, title, keywords, summary, body } }) =>
      [title, keywords, summary, body].map((terms) => ({ tag, terms })),
    ),
  );
  return cut.map(({ document, fields }) => {
    const { vector, lexemes } = vectorOf(fields, (term) => stems.of(fields.tag, term));
    return {
      row: rowOf(document, fields.title, vector),
      lexemes,
      heads: [...fields.title, ...fields.keywords, ...fields.summary],
      body: fields.body,
    };
  });
}

const fieldsOf = (document: SearchDocument) => ({
  type: document.type,
  title: termsOf(document.title),
  keywords: document.keywords.flatMap(termsOf),
  summary: termsOf(document.summary),
  body: sparse(termsOf(document.body.slice(0, LONGEST_BODY))),
  tag: stemmedAs(document.language),
});

/** Terms with repetitions beyond MOST_PLACES left empty, so that the others keep their places. */
function sparse(terms: string[]): string[] {
  const seen = new Map<string, number>();
  return terms.map((term) => {
    const times = (seen.get(term) ?? 0) + 1;
    seen.set(term, times);
    return times > MOST_PLACES ? "" : term;
  });
}

const rowOf = (document: SearchDocument, title: string[], words: string): IndexRow => ({
  type: document.type,
  record_id: document.recordId,
  slug: document.slug,
  title: document.title,
  summary: document.summary,
  body: document.body.slice(0, LONGEST_BODY),
  language: document.language,
  shown: document.shown,
  facets: Object.entries(document.facets).flatMap(([name, values]) =>
    [...new Set(values)].map((value) => `${name}:${value}`),
  ),
  audience: document.audience,
  words,
  title_key: title.join(" ").slice(0, 500),
  minutes: document.minutes,
  newest_at: document.newestAt.toISOString(),
  hash: documentHash(document),
});

/** The last document of each record, as it would win one by one. */
export const latestOf = (documents: SearchDocument[]): SearchDocument[] => [
  ...new Map(documents.map((document) => [keyOf(document), document])).values(),
];

/** What tells the record of a document from others. */
export const keyOf = ({ type, recordId }: { type: string; recordId: string }) => `${type} ${recordId}`;
