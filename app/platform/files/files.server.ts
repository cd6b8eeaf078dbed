import type { Readable } from "node:stream";

/** The port: files by key. Anything but a missing file rejects with `FilesUnavailable`. */
export type Files = {
  /** Writes the whole file or none of it; over one of the same key, all at once. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The file, to be read once; null when there is none. */
  get(key: string): Promise<StoredFile | null>;
  /** Removes it; quiet when there is none. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
};

/** `size` is in bytes. */
export type StoredFile = { size: number; stream: Readable };

/** The storage did not do what it was asked: full, gone, refused. Trying later may help. */
export class FilesUnavailable extends Error {}

/**
 * A key of ours: parts of small letters, digits and hyphens between slashes, and an ending. None can name anything else.
 * @throws RangeError for any other text
 */
export function checkedKey(key: string): string {
  if (key.length > 200 || !/^[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z0-9]+$/.test(key)) {
    throw new RangeError("this is no key of a file");
  }
  return key;
}
