import type { Readable } from "node:stream";
import type { Files } from "~/platform/files/files.server";
import type { Reader } from "~db/client.server";
import type { Transaction } from "~db/transaction.server";

/**
 * What becomes of a column when an account is deleted.
 *
 * - exported: the person's own; stands in their export, and is deleted with them
 * - deleted: about the person, of no use to them (hashes, secrets, marks of the house); deleted with them
 * - unnamed: says who did it; becomes null, and the rest of the row stays
 * - stays: written for others; stays without a name
 * - derived: made from other records, and made anew when these change
 * - no words: keys, words of closed lists, reference data; nothing in it is about a person
 */
export type Treatment = "exported" | "deleted" | "unnamed" | "stays" | "derived" | "no words";

/**
 * Every column of a feature's tables that holds text or names a person, by table ("schema.table" outside `public`). One word
 * for a whole table will do where none of its columns leads to `people`.
 */
export type Holdings = Record<string, Treatment | Record<string, Treatment>>;

/** A value of an export. Moments are written as ISO 8601, days are ISO text already. */
export type Cell = Date | string | number | boolean | null | readonly string[];

/** Rows of one kind in an export. */
export type Section = {
  /** Its name in data.json, in English and never changed. */
  key: string;
  /** Its heading, in the reader's language. */
  title: string;
  /** What it is, where the heading does not say. */
  about?: string;
  /** Headings of the columns people read, by their name in `rows`. Columns without one stand in data.json alone. */
  columns: Record<string, string>;
  rows: Record<string, Cell>[];
};

/** A file of the person's in the archive, such as a photo. */
export type PersonalFile = {
  /** Below "files/", such as "photo.jpg": no folders above it, no backslash. */
  path: string;
  /** Opened when its turn comes, and read once. */
  open: () => Promise<Readable>;
};

/** Something that somebody else should take over. */
export type Missed = { sentence: string; link: { path: string; label: string } };

/** What one feature holds of people: how it is handed out and how it is deleted. Listed in `wiring/personal`. */
export type Personal = {
  holds: Holdings;
  /**
   * What belongs to the person, in the language it is called in: nothing of others beyond names they showed this
   * person, and no secrets or hashes.
   */
  exportOf?(db: Reader, personId: string): Promise<Section[]>;
  /** What others will miss when this person goes, for them to know and to see to before, in the language it is called in. */
  missedBy?(db: Reader, personId: string, now: Date): Promise<Missed[]>;
  filesOf?(house: { db: Reader; files: Files }, personId: string): Promise<PersonalFile[]>;
  /**
   * Deletes what foreign keys do not, in the transaction that deletes the person; their row is still there. Safe to
   * run twice.
   */
  erase?(tx: Transaction, personId: string, now: Date): Promise<void>;
};
