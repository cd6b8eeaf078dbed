import type { SearchableType } from "~db/vocabulary/searchable-types";

/** What the index knows of a record. */
export type SearchDocument = {
  type: SearchableType;
  recordId: string;
  slug: string;
  title: string;
  summary: string;
  /**
   * Names it should be found by that stand nowhere else: materials, topics, words of other languages. They count
   * more than the summary and less than the title, and are never shown.
   */
  keywords: string[];
  /** Everything else that should be found, as plain text. */
  body: string;
  /** BCP 47; the part before the hyphen chooses how words are stemmed. */
  language: string;
  /**
   * Values by facet, such as `{ subject: ["physics"], age: ["11-14"] }`: filtered and counted, not searched. Names
   * hold no colon and are not "type", which every document has by itself.
   */
  facets: Record<string, string[]>;
  /** Who may find it: "everyone", "members", "network:<id>", "person:<id>". */
  audience: string[];
  /** What a result shows beside its texts; not searched. */
  shown: Record<string, unknown>;
  /** Total length in minutes, for sorting; null where it has none. */
  minutes: number | null;
  newestAt: Date;
};

export type SearchSort = "best" | "newest" | "shortest" | "title";

export type SearchQuery = {
  text: string;
  types: SearchableType[];
  /** Wanted values by facet: any of the values of a facet, all of the facets. */
  filters: Record<string, string[]>;
  /** The reader's audiences; a document is found when it shares one. */
  audience: string[];
  /**
   * Facets to count. A facet's own filter does not narrow its own counts. "type" may be among them: it counts the
   * matches of every kind, whatever `types` asks for.
   */
  facets: string[];
  sort: SearchSort;
  /** From 1; brought into what can be reached, see MOST_REACHABLE. */
  page: number;
  perPage: number;
  /** The reader's language (BCP 47): documents in it come first where little else decides. */
  language?: string;
  /** Whether misspelt words are searched as typed, without mending. */
  literal?: boolean;
  /** Whether every word has to be found; otherwise documents with fewer of them come behind. */
  everyWord?: boolean;
};

export type SearchHit = {
  type: SearchableType;
  recordId: string;
  slug: string;
  title: string;
  /** A piece of the text around what matched, or the summary. */
  excerpt: string;
  /** Title and excerpt with matched words between MARK_START and MARK_END. */
  highlighted: { title: string; excerpt: string };
  language: string;
  shown: Record<string, unknown>;
  newestAt: Date;
};

export type SearchAnswer = {
  engine: "postgres" | "meilisearch";
  tookMs: number;
  /** Documents that match. */
  total: number;
  /** Whether counting stopped early: the total and the counts of facets are then "at least". */
  capped: boolean;
  /** The page these hits are of, and how many fit on one. */
  page: number;
  perPage: number;
  hits: SearchHit[];
  facets: Record<string, { value: string; count: number }[]>;
  /** The words that were searched instead of misspelt ones, as they were typed: [["wnd","wind"]]. */
  mended: [typed: string, searched: string][];
};

/** The port: one adapter on PostgreSQL, one on Meilisearch. */
export type SearchEngine = {
  search(query: SearchQuery): Promise<SearchAnswer>;
  /** Adds documents or replaces the ones with the same type and record. */
  put(documents: SearchDocument[]): Promise<void>;
  remove(type: SearchableType, recordIds: string[]): Promise<void>;
  /**
   * Replaces all synonyms. Documents that hold another name of what is asked for are found too, behind those that hold
   * the name itself.
   * @param groups words or short phrases that mean the same, such as ["design and technology", "DT"]
   */
  setSynonyms(groups: string[][]): Promise<void>;
  /**
   * Makes the whole index anew while it serves. Documents that `fill` does not put are gone afterwards; changes put
   * meanwhile by others are kept.
   * @throws what `fill` throws; the index is then as it was
   */
  rebuild(fill: (put: (documents: SearchDocument[]) => Promise<void>) => Promise<void>): Promise<void>;
  /** What it holds of a type: `documentHash` of each document by its record's id. */
  hashes(type: SearchableType): Promise<Map<string, string>>;
};

/** Results beyond this one cannot be paged to. */
export const MOST_REACHABLE = 1_000;

/** Longest text that is searched, in characters, and most words of it. */
export const LONGEST_TEXT = 200;
export const MOST_WORDS = 12;

/** Most results on a page. */
export const LARGEST_PAGE = 50;

/** Marks around matched words: private-use characters, so that no text can hold them by accident. */
export const MARK_START = "\uE000";
export const MARK_END = "\uE001";
