import { withMended, withoutMarks } from "~/platform/search-engine/mended-text";
import type { SearchAnswer, SearchHit, SearchQuery } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Asker } from "./address";
import type { Counted } from "./counts.server";
import { kindsApart, typesOf } from "./kinds";

/** Hits of each kind that are shown before one asks for all of them. */
const SHOWN = 4;

/** Best hits among the kinds that stand together: they decide which stands first, and often hold all of a small one. */
const BEST = 16;

/** The best hits of one kind, and how many there are. */
export type Group = Counted & { kind: Searchable; hits: SearchHit[] };

export type Everything = {
  /** Kinds that have hits, the one with the best hit first, those apart behind the others. */
  groups: Group[];
  /** The answer that says which words were mended. */
  mending: SearchAnswer;
};

type Alone = { group: Group; answer: SearchAnswer };

/**
 * Searches every kind of record: once for all that stand together, to learn which of them the words find and which
 * best; then those alone of which there is more than is shown, so that the number is the one their own catalogue tells,
 * and each of those apart.
 * @param asked.literal search the words as typed
 */
export async function searchEverything(
  { services, audience, locale }: Asker,
  { text, literal }: { text: string; literal: boolean },
): Promise<Everything> {
  const { searchEngine, searchables } = services;
  const query = { text, literal, audience, language: locale, filters: {}, sort: "best" as const, page: 1 };
  const together = kindsApart(searchables, false);
  const best = await searchEngine.search({
    ...query,
    types: typesOf(together),
    facets: ["type"],
    perPage: BEST,
  });
  const counts = new Map((best.facets.type ?? []).map(({ value, count }) => [value, count]));
  const order = new Set<string>([...best.hits.map(({ type }) => type), ...counts.keys()]);
  const kinds = [...order].flatMap((type) => together.filter((kind) => kind.type === type));
  // Where the others found something, it is not mended once more: into words that only a register holds.
  const meant =
    best.total > 0 ? { text: withoutMarks(withMended(text, best.mended)), literal: true } : { text, literal };

  const alone = async (kind: Searchable, question: Partial<SearchQuery> = {}): Promise<Alone> => {
    const answer = await searchEngine.search({
      ...query,
      ...question,
      types: [kind.type],
      facets: [],
      perPage: SHOWN,
    });
    return { group: { kind, hits: answer.hits, total: answer.total, capped: answer.capped }, answer };
  };
  const [near, far] = await Promise.all([
    Promise.all(
      kinds.map(async (kind): Promise<Group> => {
        const total = counts.get(kind.type) ?? 0;
        const hits = best.hits.filter(({ type }) => type === kind.type);
        if (total <= SHOWN && hits.length >= total) return { kind, hits, total: hits.length, capped: false };
        return (await alone(kind)).group;
      }),
    ),
    Promise.all(kindsApart(searchables, true).map((kind) => alone(kind, { ...meant, everyWord: true }))),
  ]);
  const found = best.total > 0 ? undefined : far.find(({ answer }) => answer.total > 0);
  return {
    groups: [...near, ...far.map(({ group }) => group)].filter(({ total }) => total > 0),
    mending: found?.answer ?? best,
  };
}
