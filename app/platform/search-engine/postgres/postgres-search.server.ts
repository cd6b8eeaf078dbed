import { eq } from "drizzle-orm";
import pLimit from "p-limit";
import type { Database } from "~db/client.server";
import { searchDocuments } from "~db/schema";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { type Wanted, withinLimits } from "../limits";
import { withoutMarks } from "../mended-text";
import type { SearchAnswer, SearchEngine, SearchHit, SearchQuery } from "../search-engine";
import { type AskedWord, askedWords, cleanText } from "../text/asked-words";
import { excerptOf, type MarkedTerm, mark } from "../text/excerpt";
import { type FoundDocument, findDocuments } from "./find-documents.server";
import { stemmedAs } from "./languages";
import { type KnownWord, lookUp, type Mending } from "./look-up.server";
import { rebuildIndex } from "./rebuild.server";
import { setSynonyms } from "./synonyms.server";
import { mendWords, synonymsOf, textQuery } from "./text-query";
import { putDocuments, removeDocuments } from "./write-documents.server";

/**
 * Searches at a time, of one process; others wait for their turn. More would share the same processors, so that all take
 * longer, and leave no connection for pages that need a moment of one.
 */
const AT_A_TIME = 4;

/**
 * The search engine on PostgreSQL: word vectors with weights, stems by language, mending by near words. A search is
 * one statement that looks the words up and one that finds, counts and ranks; two more where a word was mended.
 */
export function postgresSearch(db: Database): SearchEngine {
  const inTurn = pLimit(AT_A_TIME);
  return {
    search: (query) => inTurn(() => search(db, query)),
    put: (documents) => putDocuments(db, documents),
    remove: (type, recordIds) => removeDocuments(db, type, recordIds),
    setSynonyms: (groups) => setSynonyms(db, groups),
    rebuild: (fill) => rebuildIndex(db, fill),
    hashes: (type) => hashesOf(db, type),
  };
}

async function hashesOf(db: Database, type: SearchableType): Promise<Map<string, string>> {
  const rows = await db
    .select({ recordId: searchDocuments.recordId, hash: searchDocuments.hash })
    .from(searchDocuments)
    .where(eq(searchDocuments.type, type));
  return new Map(rows.map(({ recordId, hash }) => [recordId, hash]));
}

async function search(db: Database, query: SearchQuery): Promise<SearchAnswer> {
  const started = performance.now();
  const wanted = withinLimits(query);
  const text = cleanText(query.text);
  const asked = askedWords(text);
  let answer = await attempt(db, wanted, text, asked, query.literal ? "nothing" : "unknown words");
  if (answer.total === 0 && asked.length > 0 && !query.literal) {
    // Known words that find nothing here may still be misspelt: known to another kind of record, or another language.
    const second = await attempt(db, wanted, text, asked, "every word");
    if (second.total > 0) answer = second;
  }
  return {
    engine: "postgres",
    tookMs: Math.round((performance.now() - started) * 10) / 10,
    page: wanted.page,
    perPage: wanted.perPage,
    ...answer,
  };
}

type Attempt = Pick<SearchAnswer, "total" | "capped" | "hits" | "facets" | "mended">;

async function attempt(
  db: Database,
  wanted: Wanted,
  text: string,
  typed: AskedWord[],
  mending: Mending,
): Promise<Attempt> {
  const nothing = { total: 0, capped: false, hits: [], facets: {}, mended: [] };
  if (typed.length === 0) {
    // A text of signs alone asks for something that is not there; no text asks for everything.
    if (text !== "") return nothing;
    const found = await findDocuments(db, wanted, null);
    return { ...found, hits: found.documents.map((document) => hitOf(document, [])), mended: [] };
  }
  let { known, documents } = await lookUp(db, typed, wanted.audience, mending);
  const { asked, mended } = mendWords(typed, known);
  if (mended.length > 0) ({ known, documents } = await lookUp(db, asked, wanted.audience, "nothing"));
  const question = textQuery(asked, known, documents);
  if (!question) return nothing;
  const found = await findDocuments(db, wanted, question);
  const marked = markedBy(asked, known);
  return {
    total: found.total,
    capped: found.capped,
    facets: found.facets,
    hits: found.documents.map((document) => hitOf(document, marked(document.language))),
    mended,
  };
}

/** What is marked in a document of a language: stems of other languages would mark words that were not found. */
function markedBy(asked: AskedWord[], known: KnownWord[]): (language: string) => MarkedTerm[] {
  const synonyms = synonymsOf(asked, known);
  return (language) => {
    const tag = stemmedAs(language);
    return asked.flatMap(({ word, also, parts, prefix, spaceless, optional }, index) => {
      // Words that may be missing are not marked: "the" in yellow helps nobody.
      if (optional) return [];
      const same = synonyms[index]!;
      const stems = [...known[index]!.forms, ...same.flatMap(({ forms }) => forms)]
        .filter((form) => tag !== null && form.startsWith(`${tag}/`))
        .map((form) => form.slice(form.indexOf("/") + 1));
      const names = same.map(({ other }) => other.split(" "));
      return [
        {
          words: [
            ...new Set([
              word,
              ...also,
              ...parts,
              ...names.flatMap((name) => (name.length === 1 ? name : [])),
            ]),
          ],
          phrases: names.filter((name) => name.length > 1),
          stems,
          prefix: prefix && word.length >= 2,
          spaceless,
        },
      ];
    });
  };
}

function hitOf(
  { type, recordId, slug, title, summary, body, language, shown, newestAt }: FoundDocument,
  terms: MarkedTerm[],
): SearchHit {
  const excerpt = excerptOf(summary, body, terms);
  return {
    type,
    recordId,
    slug,
    title: withoutMarks(title),
    excerpt,
    highlighted: { title: mark(title, terms), excerpt: mark(excerpt, terms) },
    language,
    shown,
    newestAt,
  };
}
