import { m } from "~/platform/i18n/messages";
import {
  type CatalogueAddress,
  catalogueHref,
  toSearchQuery,
} from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import { lookAround } from "~/platform/search-engine/look-around.server";
import { type Asker, searchSpec } from "./address";
import { type Counted, countOf } from "./counts.server";
import { searchEverything } from "./everything.server";
import { kindsApart, listHref, typesOf } from "./kinds";
import { placesCalled } from "./places.server";
import { rowsOf } from "./rows.server";

export type EverythingFound = Awaited<ReturnType<typeof everythingFound>>;

/** What words find among all kinds, in groups, and among places. */
export async function everythingFound(asker: Asker, asked: CatalogueAddress) {
  const { services, locale } = asker;
  const [{ groups, mending }, places] = await Promise.all([
    searchEverything(asker, asked),
    placesCalled(services.db, asked.text),
  ]);
  const nothing = groups.length === 0;
  const view = catalogueView(searchSpec, asked, mending, { facets: {}, sorts: {} });
  const types = typesOf(kindsApart(services.searchables, false));
  const query = toSearchQuery(asked, searchSpec, { types, audience: asker.audience, language: locale });
  const { meant, near } = await lookAround(
    services.searchEngine,
    { spec: searchSpec, address: asked, query: { ...query, filters: {} } },
    // Kinds whose hits are only spelt alike were left out: then nothing was found.
    nothing ? { ...mending, total: 0 } : mending,
    { facets: {}, count: (counted) => m.search_count(countOf(counted)) },
  );
  const named = { total: places.length, capped: false };
  const all = [...groups, named];
  return {
    state: "everything" as const,
    count: m.search_count(countOf(sumOf(all))),
    counts: [
      ...groups.map((group) => ({
        id: group.kind.type as string,
        label: group.kind.presented.count(countOf(group)),
      })),
      ...(named.total > 0 ? [{ id: "place", label: m.search_place_count(countOf(named)) }] : []),
    ],
    mended: nothing ? null : view.mended,
    searched: nothing ? { text: asked.text, href: catalogueHref(searchSpec, asked) } : view.searched,
    meant,
    ways: near?.ways ?? [],
    groups: groups.map((group) => ({
      kind: group.kind.type as string,
      title: group.kind.presented.name(),
      rows: rowsOf(services.searchables, group.hits, locale),
      all:
        group.total > group.hits.length
          ? {
              to: listHref(group.kind, asked.text, asked.literal),
              label: group.kind.presented.all(countOf(group)),
            }
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
