import type { SearchAnswer, SearchEngine } from "~/platform/search-engine/search-engine";
import { type FoundKind, foundKinds } from "./kinds";

/** Hits of each kind that are shown before one asks for all of them. */
export const SHOWN = 4;

/** Best hits that decide which kind stands first. */
const BEST = 12;

export type Everything = {
  /** Kinds that have hits, the one with the best hit first. */
  groups: { kind: FoundKind; answer: SearchAnswer }[];
  mended: SearchAnswer["mended"];
};

/**
 * Searches every kind of record: once for all of them, to learn which kinds the words find and which of them best;
 * then each of these alone, so that its number is the one its own catalogue tells.
 * @param asked.literal search the words as typed
 */
export async function searchEverything(
  engine: SearchEngine,
  { text, literal }: { text: string; literal: boolean },
  reader: { audience: string[]; language: string },
): Promise<Everything> {
  const query = { text, literal, ...reader, filters: {}, sort: "best" as const, page: 1 };
  const all = await engine.search({ ...query, types: foundKinds, facets: ["type"], perPage: BEST });
  const matching = (all.facets.type ?? []).map(({ value }) => value);
  const order = [...new Set([...all.hits.map(({ type }) => type as string), ...matching])];
  const kinds = order.flatMap((type) => foundKinds.filter((kind) => kind === type));
  const groups = await Promise.all(
    kinds.map(async (kind) => ({
      kind,
      answer: await engine.search({ ...query, types: [kind], facets: [], perPage: SHOWN }),
    })),
  );
  return { groups: groups.filter(({ answer }) => answer.total > 0), mended: all.mended };
}
