import { m } from "~/platform/i18n/messages";
import { withMended, withoutMarks } from "~/platform/search-engine/mended-text";
import { MARK_END, MARK_START, type SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Asker } from "./address";
import { kindOf, kindsApart, typesOf } from "./kinds";
import { placesCalled } from "./places.server";
import { rowsOf } from "./rows.server";

/** What the header's field shows while one types; `ui/frame` draws it without knowing kinds. */
export type Suggestions = {
  groups: { id: string; label: string; items: SuggestedItem[] }[];
  /** The words that were searched instead of misspelt ones, or null. */
  mended: string | null;
};

/** `title` and `detail` have their matched words between the marks of `ui/highlight`. */
export type SuggestedItem = { to: string; title: string; detail: string; language: string | null };

/** Hits in all, of one kind, and places: what fits above the keyboard of a phone. */
const MOST = 7;
const MOST_OF_KIND = 4;
const MOST_PLACES = 3;

/** Hits that are looked at, so that a large kind does not push a small one out. */
const LOOKED_AT = 24;

/** Typed letters from which on it is worth looking; a sign of a script without spaces is a word. */
const worthAsking = (text: string) => [...text].length >= 2 || /\p{Lo}/u.test(text);

/**
 * The best few of each kind, and places of that name: one search of the kinds that stand together, one of those apart,
 * beside the look-up of places. Nothing is mended for places, and no kind is counted: that is for the page.
 */
export async function suggest({ services, audience, locale }: Asker, text: string): Promise<Suggestions> {
  if (!worthAsking(text)) return { groups: [], mended: null };
  const { searchEngine, searchables } = services;
  const query = { text, audience, language: locale, filters: {}, facets: [], sort: "best" as const, page: 1 };
  const [answer, registers, places] = await Promise.all([
    searchEngine.search({ ...query, types: typesOf(kindsApart(searchables, false)), perPage: LOOKED_AT }),
    searchEngine.search({
      ...{ ...query, types: typesOf(kindsApart(searchables, true)), perPage: LOOKED_AT },
      ...{ everyWord: true, literal: true },
    }),
    placesCalled(services.db, text),
  ]);
  const groups = groupsOf(searchables, fewOfEach([...answer.hits, ...registers.hits]), locale);
  const named = places.slice(0, MOST_PLACES).map(({ label, detail, to }) => ({
    ...{ to, title: label, language: null },
    detail: [detail, m.search_place_near()].filter(Boolean).join(" · "),
  }));
  return {
    groups: named.length > 0 ? [...groups, { id: "place", label: m.search_places(), items: named }] : groups,
    mended:
      answer.mended.length > 0 && groups.length > 0 ? withoutMarks(withMended(text, answer.mended)) : null,
  };
}

/** The best hit of every kind, and then the best of all, but not so many of one kind that others find no room. */
function fewOfEach(hits: SearchHit[]): SearchHit[] {
  const placed = hits.map((hit, index) => ({
    hit,
    before: hits.slice(0, index).filter(({ type }) => type === hit.type).length,
  }));
  const firsts = placed.filter(({ before }) => before === 0);
  const others = placed.filter(({ before }) => before > 0 && before < MOST_OF_KIND);
  return [...firsts, ...others].slice(0, MOST).map(({ hit }) => hit);
}

/** Groups in the order of their best hits. */
function groupsOf(
  searchables: readonly Searchable[],
  hits: SearchHit[],
  locale: string,
): Suggestions["groups"] {
  const kinds = [...new Set(hits.map(({ type }) => type))];
  return kinds.map((kind) => ({
    id: kind,
    label: kindOf(searchables, kind)?.presented.name() ?? "",
    items: rowsOf(
      searchables,
      hits.filter(({ type }) => type === kind),
      locale,
    ).map(({ path, title, excerpt, tags, language }) => ({
      ...{ to: path, title, language },
      // Where the title does not say why it was found, the place that does is worth more than its facts.
      detail:
        title.includes(MARK_START) || !excerpt.includes(MARK_START) ? tags.join(" · ") : aroundMark(excerpt),
    })),
  }));
}

/** Characters of an excerpt before its first marked word, and in all: what stands on two lines of the list. */
const BEFORE_MARK = 24;
const AROUND_MARK = 90;

/** The piece of a marked excerpt around its first marked word, cut between words. */
function aroundMark(excerpt: string): string {
  const mark = excerpt.indexOf(MARK_START);
  const from = mark <= BEFORE_MARK ? 0 : excerpt.lastIndexOf(" ", mark - 1 - BEFORE_MARK) + 1;
  const rest = excerpt.slice(from);
  if (rest.length <= AROUND_MARK) return from > 0 ? `… ${rest}` : rest;
  const end = rest.lastIndexOf(" ", AROUND_MARK);
  const piece = rest.slice(0, end > mark - from ? end : AROUND_MARK);
  const open = piece.lastIndexOf(MARK_START) > piece.lastIndexOf(MARK_END);
  return `${from > 0 ? "… " : ""}${piece}${open ? MARK_END : ""} …`;
}
