import { redirectTo } from "~/platform/http/redirect.server";
import {
  type CatalogueAddress,
  catalogueHref,
  toSearchQuery,
} from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import { lookAround } from "~/platform/search-engine/look-around.server";
import { type Asker, searchSpec } from "./address";
import type { FoundKind } from "./kinds";
import { rowsOf } from "./rows.server";
import { kindCount, kindName } from "./words.server";

export type KindFound = Awaited<ReturnType<typeof kindFound>>;

/**
 * What words find of one kind, in pages.
 * @throws a redirect to the last page where one asks for a later one
 */
export async function kindFound(
  { services, audience, locale }: Asker,
  asked: CatalogueAddress,
  kind: FoundKind,
) {
  const query = {
    ...toSearchQuery(asked, searchSpec, { types: [kind], audience, language: locale }),
    // In the address the kind stands like a facet; the engine knows it as the type.
    filters: {},
    facets: [],
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
    { facets: {}, count: (counted) => kindCount(kind, counted) },
  );
  return {
    state: "kind" as const,
    kind,
    name: kindName(kind),
    /** The same search among everything. */
    everythingHref: catalogueHref(searchSpec, asked, { filters: {} }),
    count: kindCount(kind, answer),
    mended: view.mended,
    searched: view.searched,
    meant,
    ways: near?.ways ?? [],
    rows: rowsOf(answer.hits, locale),
    page: view.page,
    pages: view.pages,
    firstHref: view.firstHref,
  };
}
