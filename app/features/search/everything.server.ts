import type { SearchAnswer, SearchEngine, SearchHit } from "~/platform/search-engine/search-engine";
import { type FoundKind, foundKinds } from "./kinds";
import type { Counted } from "./words.server";

/** Hits of each kind that are shown before one asks for all of them. */
const SHOWN = 4;

/** Best hits among all kinds: they decide which kind stands first, and often hold all there is of a small one. */
const BEST = 16;

/** The best hits of one kind, and how many there are. */
export type Group = Counted & { kind: FoundKind; hits: SearchHit[] };

export type Everything = {
  /** Kinds that have hits, the one with the best hit first. */
  groups: Group[];
  /** The answer among all kinds. */
  all: SearchAnswer;
};

/**
 * Searches every kind of record: once for all of them, to learn which kinds the words find and which of them best;
 * then those alone of which there is more than is shown, so that the number is the one their own catalogue tells.
 * @param asked.literal search the words as typed
 */
export async function searchEverything(
  engine: SearchEngine,
  { text, literal }: { text: string; literal: boolean },
  reader: { audience: string[]; language: string },
): Promise<Everything> {
  const query = { text, literal, ...reader, filters: {}, sort: "best" as const, page: 1 };
  const all = await engine.search({ ...query, types: foundKinds, facets: ["type"], perPage: BEST });
  const counts = new Map((all.facets.type ?? []).map(({ value, count }) => [value, count]));
  const order = new Set<string>([...all.hits.map(({ type }) => type), ...counts.keys()]);
  const kinds = [...order].flatMap((type) => foundKinds.filter((kind) => kind === type));
  const groups = await Promise.all(
    kinds.map(async (kind): Promise<Group> => {
      const total = counts.get(kind) ?? 0;
      const hits = all.hits.filter(({ type }) => type === kind);
      if (total <= SHOWN && hits.length >= total) return { kind, hits, total: hits.length, capped: false };
      const alone = await engine.search({ ...query, types: [kind], facets: [], perPage: SHOWN });
      return { kind, hits: alone.hits, total: alone.total, capped: alone.capped };
    }),
  );
  return { groups: groups.filter(({ total }) => total > 0), all };
}
