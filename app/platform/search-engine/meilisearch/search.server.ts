import {
  type Meilisearch,
  MeilisearchApiError,
  type MultiSearchQuery,
  type MultiSearchResult,
} from "meilisearch";
import { searchableTypes } from "~db/vocabulary/searchable-types";
import { type Wanted, withinLimits } from "../limits";
import type { SearchAnswer, SearchQuery } from "../search-engine";
import { type AskedWord, askedWords, cleanText } from "../text/asked-words";
import { type FoundDocument, formatting, foundHit, notMarked } from "./found-hit";
import { mendedWords } from "./mended-words";
import { filterOf, meant, questionText } from "./question";
import { MOST_COUNTED } from "./settings";
import { isFacetName, primaryLanguage } from "./stored-document";

/** As long as fewer documents hold every word, those that lack a word are found too. */
const ENOUGH = 10;

type Answer = Omit<SearchAnswer, "engine" | "tookMs" | "page" | "perPage">;

const nothing = (wanted: Wanted): Answer => ({
  total: 0,
  capped: false,
  hits: [],
  facets: Object.fromEntries(wanted.facets.map((name) => [name, []])),
  mended: [],
});

/**
 * Answers a question by Meilisearch: all words first, and only where few documents hold all of them, fewer words. Each
 * try is one request, with a further question for each facet that has a filter of its own.
 * @param ask sends questions together and gives their answers in the same order
 * @throws what `ask` throws
 */
export async function searchMeilisearch(
  ask: (queries: Question[]) => Promise<Reply[]>,
  query: SearchQuery,
): Promise<SearchAnswer> {
  const started = performance.now();
  const wanted = withinLimits(query);
  const text = cleanText(query.text);
  const asked = askedWords(text);
  // A text of signs alone asks for something that is not there; no text asks for everything.
  const answer =
    (text !== "" && asked.length === 0) || filterOf(wanted) === null
      ? nothing(wanted)
      : await answerOf(ask, wanted, asked, query.literal ?? false);
  return {
    engine: "meilisearch",
    tookMs: Math.round((performance.now() - started) * 10) / 10,
    page: wanted.page,
    perPage: wanted.perPage,
    ...answer,
  };
}

export type Question = Omit<MultiSearchQuery, "indexUid">;
export type Reply = Pick<MultiSearchResult<FoundDocument>, "hits" | "facetDistribution"> & {
  totalHits: number;
};

async function answerOf(
  ask: (queries: Question[]) => Promise<Reply[]>,
  wanted: Wanted,
  asked: AskedWord[],
  literal: boolean,
): Promise<Answer> {
  const words = literal ? await knownWords(ask, wanted, meant(asked)) : meant(asked);
  if (asked.length > 0 && words.length === 0) return nothing(wanted);
  const text = { q: questionText(literal ? words : asked, { literal }), locales: localesOf(wanted.language) };
  const several = words.length > 1;
  const strict = await tryOnce(ask, wanted, text, "all", several);
  const isEnough = !several || wanted.everyWord || strict.unfilteredTotal >= ENOUGH;
  const { replies, questions } = isEnough ? strict : await fewerWords(ask, wanted, text, strict);
  const [main] = replies as [Reply];
  const misspelt = notMarked(words, main.hits);
  const hits = ownLanguageFirst(main.hits as (FoundDocument & Scored)[], wanted, text.q).map((found) =>
    foundHit(found, words, misspelt),
  );
  return {
    total: Math.min(main.totalHits, MOST_COUNTED),
    capped: main.totalHits >= MOST_COUNTED,
    hits,
    facets: facetsOf(wanted, questions, replies),
    mended: literal ? [] : mendedWords(asked, hits),
  };
}

/** Keeps the rarest words longest; where that brings nothing more, the first ones. */
async function fewerWords(
  ask: (queries: Question[]) => Promise<Reply[]>,
  wanted: Wanted,
  text: { q: string; locales?: string[] },
  strict: Try,
): Promise<Try> {
  const rare = await tryOnce(ask, wanted, text, "frequency", true);
  return rare.unfilteredTotal > strict.unfilteredTotal ? rare : tryOnce(ask, wanted, text, "last", true);
}

type Scored = { _rankingScore?: number };

/** What one try asked and brought, and how many documents match it whatever their facets. */
type Try = { questions: Asked[]; replies: Reply[]; unfilteredTotal: number };

/** Questions of one try. `facet` tells which facet a further question counts. */
type Asked = Question & { facet?: string };

async function tryOnce(
  ask: (queries: Question[]) => Promise<Reply[]>,
  wanted: Wanted,
  text: { q: string; locales?: string[] },
  matchingStrategy: "all" | "frequency" | "last",
  several: boolean,
): Promise<Try> {
  const { q } = text;
  const base = { ...text, matchingStrategy };
  const loose = wanted.facets.filter((name) => name !== "type" && Object.hasOwn(wanted.filters, name));
  const others = wanted.facets.includes("type") && !everyType(wanted.types);
  const counted = [
    ...loose.map((name) => ({ facet: name, filter: filterOf(wanted, name) })),
    ...(others ? [{ facet: "type", filter: filterOf({ ...wanted, types: null }) }] : []),
  ];
  const questions: Asked[] = [
    {
      ...base,
      ...formatting,
      filter: filterOf(typesOf(wanted))!,
      facets: wanted.facets
        .filter((name) => !loose.includes(name) && (name !== "type" || !others))
        .flatMap(attributeOf),
      sort: sortOf(wanted, q),
      page: wanted.page,
      hitsPerPage: wanted.perPage,
      showRankingScore: q !== "" && wanted.language !== undefined,
    },
    ...counted.map(({ facet, filter }) => ({
      ...base,
      facet,
      filter: filter!,
      facets: attributeOf(facet),
      hitsPerPage: 0,
    })),
  ];
  // Filters have no say in whether all words are needed, so that narrowing finds as many as a facet counted.
  const unfiltered = several && Object.keys(wanted.filters).length > 0;
  const probe: Asked[] = unfiltered
    ? [{ ...base, filter: filterOf({ ...typesOf(wanted), filters: {} })!, hitsPerPage: 0 }]
    : [];
  const replies = await ask([...questions, ...probe].map(({ facet: _facet, ...question }) => question));
  return { questions, replies, unfilteredTotal: (unfiltered ? replies.at(-1)! : replies[0]!).totalHits };
}

const everyType = (types: readonly string[]) => searchableTypes.every((type) => types.includes(type));

/** All kinds are asked for by naming none: one filter less to compare. */
const typesOf = (wanted: Wanted) => ({ ...wanted, types: everyType(wanted.types) ? null : wanted.types });

const attributeOf = (facet: string): string[] =>
  facet === "type" ? ["type"] : isFacetName(facet) ? [`facets.${facet}`] : [];

function sortOf({ sort, language }: Wanted, q: string): string[] | undefined {
  if (sort === "title") return ["titleKey:asc"];
  if (sort === "shortest") return ["minutes:asc", "newestAt:desc"];
  if (sort === "newest") return ["newestAt:desc"];
  if (q !== "") return undefined;
  return [...(language ? [`own.${primaryLanguage(language)}:desc`] : []), "newestAt:desc"];
}

/** Difference of ranking scores (0 to 1) below which the reader's language decides. */
const LITTLE_ELSE = 0.03;

/** Within a page: Meilisearch ranks by no wish of the single reader. */
function ownLanguageFirst<Found extends FoundDocument & Scored>(
  found: Found[],
  { language, sort }: Wanted,
  q: string,
): Found[] {
  if (!language || q === "" || sort !== "best") return found;
  const own = primaryLanguage(language);
  const score = (hit: Found) =>
    (hit._rankingScore ?? 0) + (primaryLanguage(hit.language) === own ? LITTLE_ELSE : 0);
  return found
    .map((hit, place) => ({ hit, place }))
    .sort((a, b) => score(b.hit) - score(a.hit) || a.place - b.place)
    .map(({ hit }) => hit);
}

function facetsOf(wanted: Wanted, questions: Asked[], replies: Reply[]): SearchAnswer["facets"] {
  return Object.fromEntries(
    wanted.facets.map((name) => {
      const at = Math.max(
        0,
        questions.findIndex(({ facet }) => facet === name),
      );
      const counts = replies[at]?.facetDistribution?.[name === "type" ? "type" : `facets.${name}`] ?? {};
      const values = Object.entries(counts).map(([value, count]) => ({ value, count }));
      return [name, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
    }),
  );
}

/** The words of a literal question that stand in any document: a phrase that stands nowhere would empty the answer. */
async function knownWords(
  ask: (queries: Question[]) => Promise<Reply[]>,
  wanted: Wanted,
  words: AskedWord[],
): Promise<AskedWord[]> {
  if (words.length === 0) return words;
  const filter = filterOf({ ...wanted, types: null, filters: {} })!;
  const replies = await ask(
    words.map((word) => ({
      locales: localesOf(wanted.language),
      q: questionText([word], { literal: true }),
      filter,
      hitsPerPage: 0,
    })),
  );
  return words.filter((_, index) => replies[index]!.totalHits > 0);
}

/** The language a question is read in: the reader's, or English where it makes no difference. */
const localesOf = (language: string | undefined): string[] => {
  const own = language && primaryLanguage(language);
  return [own === "de" ? "deu" : own === "fr" ? "fra" : own === "km" ? "khm" : "eng"];
};

/** Sends questions to one index in one request. */
export const askIndex =
  (client: Meilisearch, indexUid: string) =>
  async (queries: Question[]): Promise<Reply[]> => {
    const { results } = await client
      .multiSearch<{ queries: MultiSearchQuery[] }, FoundDocument>({
        queries: queries.map((query) => ({ ...query, indexUid })),
      })
      .catch(rethrow);
    return results as unknown as Reply[];
  };

/** The client hides what `keptAlive` throws behind an error of its own. */
const rethrow = (error: Error): never => {
  throw error.cause instanceof MeilisearchApiError ? error.cause : error;
};
