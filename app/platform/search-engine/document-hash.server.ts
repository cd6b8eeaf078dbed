import { createHash } from "node:crypto";
import type { SearchDocument } from "./search-engine";

/**
 * What an index was told of a record, in 32 hexadecimal characters: equal documents have equal hashes, so that an index
 * can be compared with the database without reading it whole. Part of every stored document.
 */
export function documentHash(document: SearchDocument): string {
  return createHash("sha256").update(stable(document)).digest("hex").slice(0, 32);
}

/** JSON with the names of every object in order. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
