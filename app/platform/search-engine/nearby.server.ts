import { withMended, withoutMarks } from "./mended-text";
import type { SearchAnswer, SearchEngine, SearchQuery } from "./search-engine";

/** What comes near a question that found nothing, each with how much it finds. */
export type Nearby = {
  /** Facets that can go, the one that brings most back first. */
  without: (Counted & { facet: string; values: string[] })[];
  /** The same words without any filter. */
  unfiltered: Counted;
  /** The question with a word less, under the same filters, best first. */
  fewerWords: (Counted & { text: string })[];
  /** How much the same words find of every kind of record, without filters. */
  kinds: Record<string, number>;
  /** The best hits without filters. */
  hits: SearchAnswer["hits"];
};

export type Counted = { total: number; capped: boolean };

/** Searches for single facets and for fewer words: with the one without filters, at most seven for an empty answer. */
const MOST_FACETS = 3;
const MOST_SHORTER = 3;

/** Hits that are shown. */
const NEAR = 3;

const counted = ({ total, capped }: Counted): Counted => ({ total, capped });
const byTotal = (one: Counted, other: Counted) => other.total - one.total;

/**
 * Asks the engine what comes near a question that found nothing. Seven small searches at most, beside each other.
 * @param query the question as it was asked
 * @param answer its empty answer; its counts of facets tell which filters are worth a try
 */
export async function nearby(
  engine: SearchEngine,
  query: SearchQuery,
  answer: SearchAnswer,
): Promise<Nearby> {
  const base = { ...query, page: 1, sort: "best" as const };
  const count = async (changed: Partial<SearchQuery>) =>
    counted(await engine.search({ ...base, facets: [], perPage: 1, ...changed }));
  const wanted = Object.keys(query.filters).filter((facet) => query.filters[facet]!.length > 0);
  const facets = wanted.length > 1 ? worthATry(wanted, answer) : [];
  const [unfiltered, without, fewerWords] = await Promise.all([
    engine.search({ ...base, filters: {}, facets: ["type"], perPage: NEAR }),
    Promise.all(
      facets.map(async (facet) => {
        const { [facet]: values = [], ...filters } = query.filters;
        return { facet, values, ...(await count({ filters })) };
      }),
    ),
    Promise.all(shorter(query.text).map(async (text) => ({ text, ...(await count({ text })) }))),
  ]);
  const [only] = wanted;
  if (only && wanted.length === 1) {
    without.push({ facet: only, values: query.filters[only]!, ...counted(unfiltered) });
  }
  return {
    without: without.filter(({ total }) => total > 0).sort(byTotal),
    unfiltered: counted(unfiltered),
    fewerWords: fewerWords.filter(({ total }) => total > 0).sort(byTotal),
    kinds: Object.fromEntries((unfiltered.facets.type ?? []).map(({ value, count }) => [value, count])),
    hits: unfiltered.hits,
  };
}

/** Facets whose filter alone keeps something away: a facet's counts are made without its own filter. */
function worthATry(wanted: string[], { facets }: SearchAnswer): string[] {
  const most = (facet: string) => Math.max(0, ...(facets[facet] ?? []).map(({ count }) => count));
  return wanted
    .filter((facet) => most(facet) > 0)
    .sort((one, other) => most(other) - most(one))
    .slice(0, MOST_FACETS);
}

/** The text with one word left out each time; nothing for one word alone, nor where many would have to go. */
function shorter(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length < 2) return [];
  const texts = words.map((_, index) => words.filter((_, other) => other !== index).join(" "));
  return [...new Set(texts)].slice(0, MOST_SHORTER);
}

/** The words somebody may have meant, between marks, and how much they find. */
export type Meant = Counted & { shown: string; text: string };

/** So few finds that something else may have been meant. */
const FEW = 3;

/**
 * What may be meant where words were searched as typed and found little: one search more, and only then.
 * @returns null where mending changes nothing or finds no more
 */
export async function meant(
  engine: SearchEngine,
  query: SearchQuery,
  answer: SearchAnswer,
): Promise<Meant | null> {
  if (!query.literal || query.text === "" || answer.total > FEW) return null;
  const mendedAnswer = await engine.search({ ...query, literal: false, facets: [], page: 1, perPage: 1 });
  if (mendedAnswer.mended.length === 0 || mendedAnswer.total <= answer.total) return null;
  const shown = withMended(query.text, mendedAnswer.mended);
  return { ...counted(mendedAnswer), shown, text: withoutMarks(shown) };
}
