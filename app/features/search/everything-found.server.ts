import { m } from "~/platform/i18n/messages";
import type { CatalogueAddress } from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import type { SearchAnswer } from "~/platform/search-engine/search-engine";
import type { Asker } from "./address";
import { searchSpec } from "./address";
import { searchEverything } from "./everything.server";
import { listHref } from "./kinds";
import { placesCalled } from "./places.server";
import { rowsOf } from "./rows.server";
import { allOfKind, type Counted, countOf, kindCount, kindName } from "./words.server";

export type EverythingFound = Awaited<ReturnType<typeof everythingFound>>;

/** What words find among all kinds, in groups, and among places and schools. */
export async function everythingFound({ services, audience, locale }: Asker, asked: CatalogueAddress) {
  const [{ groups, mended }, places] = await Promise.all([
    searchEverything(services.searchEngine, asked, { audience, language: locale }),
    placesCalled(services.db, asked.text),
  ]);
  const named = { total: places.rows.length, capped: places.moreSchools !== null };
  const all = [named, ...groups.map(({ answer }) => answer)];
  return {
    state: "everything" as const,
    count: m.search_count(countOf(sumOf(all))),
    counts: [
      ...groups.map(({ kind, answer }) => ({ id: kind as string, label: kindCount(kind, answer) })),
      ...(named.total > 0 ? [{ id: "place", label: m.search_place_count(countOf(named)) }] : []),
    ],
    mended: mendedOf(asked, groups[0]?.answer, mended),
    groups: groups.map(({ kind, answer }) => ({
      kind,
      title: kindName(kind),
      rows: rowsOf(answer.hits, locale),
      all:
        answer.total > answer.hits.length
          ? { to: listHref(kind, asked.text, asked.literal), label: allOfKind(kind, answer) }
          : null,
    })),
    places,
    /** Where nothing was found: places spelt much the same. */
    alike: all.every(({ total }) => total === 0)
      ? await placesCalled(services.db, asked.text, { alike: true })
      : null,
  };
}

const sumOf = (counts: Counted[]): Counted => ({
  total: counts.reduce((sum, { total }) => sum + total, 0),
  capped: counts.some(({ capped }) => capped),
});

function mendedOf(asked: CatalogueAddress, answer: SearchAnswer | undefined, mended: SearchAnswer["mended"]) {
  if (!answer) return null;
  return catalogueView(searchSpec, asked, { ...answer, mended }, { facets: {}, sorts: {} }).mended;
}
