import { m } from "../i18n/messages";
import { type CatalogueAddress, type CatalogueSpec, catalogueHref } from "./catalogue-address";
import type { FacetWords } from "./catalogue-view";
import { type Counted, meant, type Nearby, nearby } from "./nearby.server";
import type { SearchAnswer, SearchEngine, SearchHit, SearchQuery } from "./search-engine";

/** What a page offers around an answer that found little or nothing, as plain data; `ui/catalogue` draws it. */
export type Around = {
  /** What may be meant by words that were searched as typed. */
  meant: { shown: string; to: string; count: string } | null;
  /** Where nothing was found: ways to go on, best first, and hits of the same words without filters. */
  near: { ways: NearWay[]; hits: SearchHit[] } | null;
};

export type NearWay = { label: string; to: string };

/** How the page says things. */
export type AroundWords = {
  facets: Record<string, FacetWords>;
  /** "7 packs" */
  count: (counted: Counted) => string;
};

/** Questions with a word less that are offered. */
const SHORTER_SHOWN = 2;

/**
 * Looks around an answer; asks nothing where it found enough.
 * @param asked the page, its address and the question that was made of it
 */
export async function lookAround(
  engine: SearchEngine,
  asked: { spec: CatalogueSpec; address: CatalogueAddress; query: SearchQuery },
  answer: SearchAnswer,
  words: AroundWords,
): Promise<Around> {
  const { spec, address, query } = asked;
  const [mayMean, near] = await Promise.all([
    meant(engine, query, answer),
    answer.total === 0 ? nearby(engine, query, answer) : null,
  ]);
  return {
    meant: mayMean && {
      shown: mayMean.shown,
      to: catalogueHref(spec, address, { text: mayMean.text, literal: false }),
      count: words.count(mayMean),
    },
    near: near && { ways: waysOf(spec, address, near, words), hits: near.hits },
  };
}

function waysOf(spec: CatalogueSpec, address: CatalogueAddress, near: Nearby, words: AroundWords): NearWay[] {
  const way = (what: string, count: string, change: Partial<CatalogueAddress>): NearWay => ({
    label: m.ui_near_counted({ what, count }),
    to: catalogueHref(spec, address, change),
  });
  const without = near.without.map(({ facet, values, ...counted }) => {
    const { [facet]: _, ...filters } = address.filters;
    const filter = values.map((value) => valueName(words.facets[facet], value)).join(", ");
    return way(m.ui_near_without({ filter }), words.count(counted), { filters });
  });
  const severalFilters = Object.keys(address.filters).length > 1 && near.unfiltered.total > 0;
  const shorter = near.fewerWords
    .slice(0, SHORTER_SHOWN)
    .map(({ text, ...counted }) => way(m.ui_near_words({ words: text }), words.count(counted), { text }));
  const everywhere = everywhereCount(near);
  return [
    ...without,
    ...(severalFilters ? [way(m.ui_near_without_all(), words.count(near.unfiltered), { filters: {} })] : []),
    ...shorter,
    ...(address.text && everywhere > 0 ? [everything(address, everywhere)] : []),
  ];
}

const valueName = (facet: FacetWords | undefined, value: string) =>
  facet?.chipLabel?.(value) ?? facet?.valueLabel(value) ?? value;

/** How much the same words find of all kinds, so that a new kind needs nothing here; 0 where it is no more than here. */
function everywhereCount({ kinds, unfiltered }: Nearby): number {
  const total = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return total > unfiltered.total ? total : 0;
}

function everything({ text, literal }: CatalogueAddress, total: number): NearWay {
  const parameters = new URLSearchParams({ q: text, ...(literal ? { literal: "1" } : {}) });
  return {
    label: m.ui_near_counted({ what: m.ui_near_everything(), count: m.ui_near_results({ count: total }) }),
    to: `/search?${parameters}`,
  };
}
