import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { createdAt, key, moment, tsvector } from "./columns";

/** Text sorted by its bytes, so that "starts with" can use an index whatever the database's language. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

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
    /**
     * Folded words by weight (title A, keywords B, summary C, body D); their stems as "en/bridg"; both once more
     * for the title alone as "t/bridge", "t/en/bridg"; and the kind of record as "y/pack".
     */
    words: tsvector().notNull(),
    /** The folded title, for sorting. */
    titleKey: plainText().notNull(),
    minutes: integer(),
    newestAt: moment().notNull(),
    /** Of the whole document as it was given (see `documentHash`); "" for one written before there were hashes. */
    hash: text().notNull().default(""),
    indexedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.recordId] }),
    // What was just written waits in a list that every search reads through: it is kept short (kB).
    index("search_documents_words").using("gin", t.words).with({ gin_pending_list_limit: 256 }),
    index("search_documents_facets").using("gin", t.facets),
    index("search_documents_newest").on(t.newestAt, t.recordId),
    index("search_documents_type_newest").on(t.type, t.newestAt, t.recordId),
    index("search_documents_type_language_newest").on(
      t.type,
      sql`split_part(${t.language}, '-', 1)`,
      t.newestAt,
      t.recordId,
    ),
    index("search_documents_type_title").on(t.type, t.titleKey),
    index("search_documents_type_minutes").on(t.type, t.minutes),
  ],
);

/** Every word and stem of the index, with the number of documents that hold it; "*" counts all documents. */
export const searchWords = pgTable("search_words", {
  word: plainText().primaryKey(),
  documents: integer().notNull(),
  /** Those of them that everyone, and that every member may find: only their words mend a reader's typos. */
  forEveryone: integer().notNull(),
  forMembers: integer().notNull(),
});

/** Words that a misspelt one may mean, by keys that near words share. */
export const searchSpellings = pgTable(
  "search_spellings",
  {
    word: plainText().primaryKey(),
    keys: text().array().notNull(),
  },
  (t) => [index("search_spellings_keys").using("gin", t.keys).with({ gin_pending_list_limit: 256 })],
);

/** Records whose document a second engine has yet to be told of; a row goes when the engine has confirmed. */
export const searchPending = pgTable(
  "search_pending",
  {
    type: text().notNull(),
    recordId: uuid().notNull(),
    /** Changes with every further change of the record, so that confirming an older state leaves it pending. */
    version: bigint({ mode: "bigint" }).notNull().generatedByDefaultAsIdentity(),
    since: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.type, t.recordId] }), index("search_pending_version").on(t.version)],
);

/** Records whose documents changed while the index is made anew, which then have to be taken over. */
export const searchChanges = pgTable(
  "search_changes",
  { type: text().notNull(), recordId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.type, t.recordId] })],
);

/**
 * Words and phrases that mean the same as another, by the first word of that other. Both are folded, the words of a
 * phrase with a space between: "dt" is "design and technology".
 */
export const searchSynonyms = pgTable(
  "search_synonyms",
  {
    /** The first word of `phrase`. */
    word: plainText().notNull(),
    phrase: plainText().notNull(),
    /** What it may also be called. */
    others: text().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.word, t.phrase] })],
);

/** Searches people have kept, to be told by mail what is new among what they find. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: key(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Path of the page that searches, such as "/packs". */
    path: text().notNull(),
    /** Its query as `catalogueHref` writes it, without page and order, so that one search has one text. */
    query: text().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
    /** What is older was told, or was there when the search was saved; moves with the announcement of what is new. */
    checkedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("saved_searches_unique").on(t.personId, t.path, t.query),
    check("saved_searches_name_length", sql`char_length(${t.name}) between 1 and 100`),
    check("saved_searches_address_length", sql`char_length(${t.path}) + char_length(${t.query}) <= 2048`),
  ],
);
