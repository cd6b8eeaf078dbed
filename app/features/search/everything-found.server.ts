import { m } from "~/platform/i18n/messages";
import {
  type CatalogueAddress,
  catalogueHref,
  toSearchQuery,
} from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import { lookAround } from "~/platform/search-engine/look-around.server";
import { type Asker, searchSpec } from "./address";
import { searchEverything } from "./everything.server";
import { foundKinds, listHref } from "./kinds";
import { placesCalled } from "./places.server";
import { rowsOf } from "./rows.server";
import { allOfKind, type Counted, countOf, kindCount, kindName } from "./words.server";

export type EverythingFound = Awaited<ReturnType<typeof everythingFound>>;

/** What words find among all kinds, in groups, and among places and schools. */
export async function everythingFound({ services, audience, locale }: Asker, asked: CatalogueAddress) {
  const [{ groups, all: best }, places] = await Promise.all([
    searchEverything(services.searchEngine, asked, { audience, language: locale }),
    placesCalled(services.db, asked.text),
  ]);
  const nothing = groups.length === 0;
  const view = catalogueView(searchSpec, asked, best, { facets: {}, sorts: {} });
  const query = toSearchQuery(asked, searchSpec, { types: foundKinds, audience, language: locale });
  const { meant, near } = await lookAround(
    services.searchEngine,
    { spec: searchSpec, address: asked, query: { ...query, filters: {} } },
    // Kinds whose hits are only spelt alike were left out: then nothing was found.
    nothing ? { ...best, total: 0 } : best,
    { facets: {}, count: (counted) => m.search_count(countOf(counted)) },
  );
  const named = { total: places.rows.length, capped: places.moreSchools !== null };
  const all = [named, ...groups];
  return {
    state: "everything" as const,
    count: m.search_count(countOf(sumOf(all))),
    counts: [
      ...groups.map((group) => ({ id: group.kind as string, label: kindCount(group.kind, group) })),
      ...(named.total > 0 ? [{ id: "place", label: m.search_place_count(countOf(named)) }] : []),
    ],
    mended: nothing ? null : view.mended,
    searched: nothing ? { text: asked.text, href: catalogueHref(searchSpec, asked) } : view.searched,
    meant,
    ways: near?.ways ?? [],
    groups: groups.map((group) => ({
      kind: group.kind,
      title: kindName(group.kind),
      rows: rowsOf(group.hits, locale),
      all:
        group.total > group.hits.length
          ? { to: listHref(group.kind, asked.text, asked.literal), label: allOfKind(group.kind, group) }
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
