import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, tsvector } from "./columns";

/** The PostgreSQL search index: one row a searchable record. Derived; `reindex` makes it anew. */
export const searchDocuments = pgTable(
  "search_documents",
  {
    type: text().notNull(),
    recordId: uuid().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    body: text().notNull(),
    language: text().notNull(),
    /** What the result row shows; not searched. */
    shown: jsonb().$type<Record<string, unknown>>().notNull(),
    /** "subject:physics", "age:11-14" … */
    facets: text().array().notNull(),
    /** Who may find it: "everyone", "members", "network:<id>" … */
    audience: text().array().notNull(),
    words: tsvector().notNull(),
    minutes: integer(),
    newestAt: moment().notNull(),
    indexedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.recordId] }),
    index("search_documents_words").using("gin", t.words),
    index("search_documents_facets").using("gin", t.facets),
    index("search_documents_title").using("gin", sql`fold(${t.title}) gin_trgm_ops`),
    index("search_documents_newest").on(t.type, t.newestAt),
  ],
);

/** Every word of the index, folded, with the number of documents that hold it: the ground for mending typos. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text().primaryKey(),
    documents: integer().notNull(),
  },
  (t) => [index("search_words_trigram").using("gin", sql`${t.word} gin_trgm_ops`)],
);
