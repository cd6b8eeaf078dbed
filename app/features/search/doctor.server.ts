import { documentHash } from "~/platform/search-engine/document-hash.server";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { markPending } from "./pending.server";
import { reindex } from "./reindex.server";

/** What one engine holds of one kind of record, beside what it should hold. */
export type Finding = {
  engine: "postgres" | "meilisearch";
  type: SearchableType;
  /** Records that should be found. */
  records: number;
  /** Ids of those it lacks, holds in another state, and holds although nobody may find them. */
  missing: string[];
  outdated: string[];
  surplus: string[];
};

/** Records loaded at a time. */
const PORTION = 500;

/**
 * Compares the indexes with the database, record by record, by the hashes of the documents.
 * @returns a finding for every kind and engine, also where nothing is wrong
 * @throws when an engine does not answer
 */
export async function examine(services: Services, searchables: readonly Searchable[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const searchable of searchables) {
    const expected = await expectedHashes(services, searchable);
    const { second } = services.searchEngine;
    findings.push(
      compare("postgres", searchable, expected, await services.searchEngine.hashes(searchable.type)),
    );
    if (second)
      findings.push(compare("meilisearch", searchable, expected, await second.hashes(searchable.type)));
  }
  return findings;
}

/**
 * Has the records indexed anew that an engine holds wrongly; the second engine is told by its job.
 * @returns how many records
 */
export async function repair(
  services: Services,
  searchables: readonly Searchable[],
  findings: Finding[],
): Promise<number> {
  let repaired = 0;
  for (const finding of findings) {
    const searchable = searchables.find(({ type }) => type === finding.type)!;
    const ids = wrong(finding);
    for (let at = 0; at < ids.length; at += PORTION) {
      const portion = ids.slice(at, at + PORTION);
      if (finding.engine === "postgres") await reindex(services, searchable, portion);
      else await transaction(services.db, (tx) => markPending(tx, finding.type, portion));
    }
    repaired += ids.length;
  }
  return repaired;
}

/** The records an engine holds wrongly, of a finding. */
export const wrong = ({ missing, outdated, surplus }: Finding): string[] => [
  ...missing,
  ...outdated,
  ...surplus,
];

async function expectedHashes(services: Services, searchable: Searchable): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for await (const ids of searchable.allIds(services.db)) {
    for (const document of await searchable.loadDocuments(services.db, ids)) {
      hashes.set(document.recordId, documentHash(document));
    }
  }
  return hashes;
}

function compare(
  engine: Finding["engine"],
  { type }: Searchable,
  expected: Map<string, string>,
  held: Map<string, string>,
): Finding {
  return {
    engine,
    type,
    records: expected.size,
    missing: [...expected.keys()].filter((id) => !held.has(id)),
    outdated: [...expected].filter(([id, hash]) => held.has(id) && held.get(id) !== hash).map(([id]) => id),
    surplus: [...held.keys()].filter((id) => !expected.has(id)),
  };
}
