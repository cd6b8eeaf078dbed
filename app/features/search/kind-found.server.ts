import { redirectTo } from "~/platform/http/redirect.server";
import {
  type CatalogueAddress,
  catalogueHref,
  toSearchQuery,
} from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import { lookAround } from "~/platform/search-engine/look-around.server";
import type { Searchable } from "~/platform/search-engine/searchable";
import { type Asker, searchSpec } from "./address";
import { countOf } from "./counts.server";
import { rowsOf } from "./rows.server";

export type KindFound = Awaited<ReturnType<typeof kindFound>>;

/**
 * What words find of one kind, in pages.
 * @throws a redirect to the last page where one asks for a later one
 */
export async function kindFound(
  { services, audience, locale }: Asker,
  asked: CatalogueAddress,
  { type, presented }: Searchable,
) {
  const query = {
    ...toSearchQuery(asked, searchSpec, { types: [type], audience, language: locale }),
    // In the address the kind stands like a facet; the engine knows it as the type.
    filters: {},
    facets: [],
    everyWord: presented.apart,
  };
  const answer = await services.searchEngine.search(query);
  const view = catalogueView(searchSpec, asked, answer, { facets: {}, sorts: {} });
  if (answer.total > 0 && answer.hits.length === 0 && asked.page > 1) {
    const last = Math.max(1, Math.min(view.pages, asked.page - 1));
    throw redirectTo(catalogueHref(searchSpec, asked, { page: last }));
  }
  const { meant, near } = await lookAround(
    services.searchEngine,
    { spec: searchSpec, address: asked, query },
    answer,
    { facets: {}, count: (counted) => presented.count(countOf(counted)) },
  );
  return {
    state: "kind" as const,
    kind: type as string,
    name: presented.name(),
    /** The same search among everything. */
    everythingHref: catalogueHref(searchSpec, asked, { filters: {} }),
    count: presented.count(countOf(answer)),
    mended: view.mended,
    searched: view.searched,
    meant,
    ways: near?.ways ?? [],
    rows: rowsOf(services.searchables, answer.hits, locale),
    page: view.page,
    pages: view.pages,
    firstHref: view.firstHref,
  };
}
