import { Meilisearch, MeilisearchApiError } from "meilisearch";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { documentHash } from "../document-hash.server";
import type { SearchDocument, SearchEngine } from "../search-engine";
import { toJson } from "../text/to-json";
import { keptAlive } from "./http.server";
import { askIndex, searchMeilisearch } from "./search.server";
import { settingsVersion, settingsWith, synonymsOf } from "./settings";
import { type StoredDocument, storedDocument, storedId } from "./stored-document";
import { done } from "./tasks.server";

export type MeilisearchOptions = {
  host: string;
  apiKey: string | null;
  /** Before the names of our indexes, so that several sites can share a server. */
  prefix: string;
  /** Longest wait for an answer to a search, in milliseconds. */
  timeoutMs?: number;
};

/** The engine on Meilisearch, and what only it needs. */
export type MeilisearchEngine = SearchEngine & {
  /** Whether its index exists and was made with the settings of this code; when not, it wants a `rebuild`. */
  isCurrent(): Promise<boolean>;
  /** Whether the server answers, with how many documents there are. */
  documents(): Promise<number>;
};

/** Documents sent in one request. */
const PORTION = 1_000;

/** Portions on their way while an index is built anew. */
const MOST_WAITING = 40;

/** Longest waits for requests that carry documents, and for small questions, in milliseconds. */
const WRITE_TIMEOUT_MS = 60_000;
const ASK_TIMEOUT_MS = 3_000;

/** A compressed answer comes in pieces, and every piece waits 40 ms for the one before to be acknowledged. */
const plain = { "accept-encoding": "identity" };

/**
 * A document that says how the index was made; no search finds it, for it has no audience. It lies in the index itself,
 * so that the two are exchanged together.
 */
const VERSION_ID = "settings-version";

/**
 * The search engine on Meilisearch. Writing waits until Meilisearch has done it, and throws when it could not.
 */
export function meilisearchSearch({
  host,
  apiKey,
  prefix,
  timeoutMs = 300,
}: MeilisearchOptions): MeilisearchEngine {
  const connect = (timeout: number) =>
    new Meilisearch({ host, apiKey: apiKey ?? undefined, timeout, requestInit: { headers: plain } });
  const client = connect(WRITE_TIMEOUT_MS);
  const quick = connect(ASK_TIMEOUT_MS);
  const searching = new Meilisearch({
    host,
    apiKey: apiKey ?? undefined,
    requestInit: { headers: plain },
    httpClient: keptAlive(timeoutMs),
  });
  const live = `${prefix}documents`;
  // While the index is built anew, what changes is written to both.
  const next = `${prefix}documents_next`;

  async function writing(write: (uid: string) => ReturnType<typeof send>[]): Promise<void> {
    const uids = (await exists(next)) ? [live, next] : [live];
    await done(client, await Promise.all(uids.flatMap(write)));
  }

  const send = async (uid: string, documents: Partial<StoredDocument>[]) =>
    client.index(uid).addDocumentsFromString(toJson(documents), "application/json", { primaryKey: "id" });

  const exists = (uid: string) =>
    quick.getRawIndex(uid).then(
      () => true,
      (error) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );

  const portionsToStore = (documents: SearchDocument[]) =>
    portionsOf(latestOf(documents).map((document) => storedDocument(document, documentHash(document))));

  const removeIds = async (ids: string[]) => {
    for (const portion of portionsOf(ids)) {
      await writing((uid) => [client.index(uid).deleteDocuments(portion)]);
    }
  };

  async function hashes(type: SearchableType): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (;;) {
      const { results, total } = await client.index<StoredDocument>(live).getDocuments({
        filter: `type = ${type}`,
        fields: ["recordId", "hash"],
        limit: 10_000,
        offset: found.size,
      });
      for (const { recordId, hash } of results) found.set(recordId, hash);
      if (results.length === 0 || found.size >= total) return found;
    }
  }

  return {
    search: (query) => searchMeilisearch(askIndex(searching, live), query),
    async put(documents) {
      for (const portion of portionsToStore(documents)) await writing((uid) => [send(uid, portion)]);
    },
    remove: (type, recordIds) => removeIds(recordIds.map((id) => storedId(type, id))),
    hashes,
    async setSynonyms(groups) {
      const wanted = synonymsOf(groups);
      await writing((uid) => [client.index(uid).updateSynonyms(wanted)]);
    },
    async rebuild(fill) {
      const synonyms = (await exists(live)) ? await client.index(live).getSynonyms() : {};
      // One that a killed process left behind may hold anything.
      await client.deleteIndexIfExists(next);
      await done(client, [await client.createIndex(next, { primaryKey: "id" })]);
      await done(client, [await client.index(next).updateSettings({ ...settingsWith([]), synonyms })]);
      // Meilisearch takes what waits together, which is many times faster than portion by portion.
      const waiting: Awaited<ReturnType<typeof send>>[] = [];
      await fill(async (documents) => {
        for (const portion of portionsToStore(documents)) waiting.push(await send(next, portion));
        if (waiting.length >= MOST_WAITING) await done(client, waiting.splice(0));
      });
      await done(client, [...waiting, await send(next, [versionDocument()])]);
      if (!(await exists(live))) {
        await done(client, [await client.createIndex(live, { primaryKey: "id" })]);
      }
      await done(client, [await client.swapIndexes([{ indexes: [live, next], rename: false }])]);
      await done(client, [await client.deleteIndex(next)]);
    },
    async isCurrent() {
      try {
        const { version } = await quick
          .index<{ id: string; version: string }>(live)
          .getDocument(VERSION_ID, { fields: ["version"] });
        return version === settingsVersion();
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async documents() {
      const { numberOfDocuments } = await quick.index(live).getStats();
      return Math.max(0, numberOfDocuments - 1);
    },
  };
}

const versionDocument = () =>
  ({ id: VERSION_ID, type: "version", version: settingsVersion() }) as Partial<StoredDocument>;

/** Whether an answer of the server says that the index or the document is not there. */
export const isMissing = (error: unknown) =>
  error instanceof MeilisearchApiError &&
  ["index_not_found", "document_not_found"].includes(error.cause?.code ?? "");

/** The last document of each record. */
const latestOf = (documents: SearchDocument[]) => [
  ...new Map(documents.map((document) => [storedId(document.type, document.recordId), document])).values(),
];

function portionsOf<Item>(items: Item[]): Item[][] {
  const portions: Item[][] = [];
  for (let at = 0; at < items.length; at += PORTION) portions.push(items.slice(at, at + PORTION));
  return portions;
}
