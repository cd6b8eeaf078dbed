import type { Database, Reader } from "~db/client.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import type { SearchDocument, SearchHit } from "./search-engine";

/**
 * A kind of record that can be found: what the index is told of it, and how it is shown to who finds it. A feature
 * makes one in its `searchable.server.ts`; `wiring/searchables` lists them all, in the order they are introduced.
 */
export type Searchable = {
  type: SearchableType;
  /**
   * Search documents of these records as they are now, each with the audience that may find it. A record that is
   * gone, or that nobody may find (a draft), is left out and so leaves the index.
   * @param ids at most 500
   */
  loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]>;
  /** Ids of all records that may have a document, in portions of at most 500, in any order. */
  allIds(db: Database): AsyncIterable<string[]>;
  presented: Presentation;
};

/** How a kind is shown, in the reader's language. A hit may come from an older release: its `shown` may lack a fact. */
export type Presentation = {
  /** "Packs" */
  name(): string;
  /** What one finds among them, in a sentence. */
  about(): string;
  /** "7 packs" */
  count(count: Count): string;
  /** "All 7 packs" */
  all(count: Count): string;
  /** Path of the page a result leads to. */
  path(hit: SearchHit): string;
  /** The page that lists the kind; null where only the search does. */
  list: { path: string; takesWords: boolean } | null;
  /** A few facts for the row of a result; empty ones are not shown. */
  tags(hit: SearchHit): string[];
  /** What stands before the title of a result. */
  picture?(hit: SearchHit): Picture | null;
  /** Whether records say in which language they are written: it is told where it is not the reader's. */
  written: boolean;
  /**
   * Whether the kind is searched by itself and comes after the others. For registers of names: they hold so many
   * records that the others would not be counted beside them, and in names a part of the words is no match.
   */
  apart: boolean;
  /** How many there are, for a kind the engine does not count to the end. */
  countAll?(db: Reader): Promise<number>;
  /** Whether /api/v1/search tells of it. */
  inApi: boolean;
};

/** A number, and how it is written: "5,000+" where counting stopped early. */
export type Count = { count: number; number: string };

/** The cover of a pack, or the initials of a person. */
export type Picture = { cover: { subject: string; drawing: string[] } } | { initials: true };
