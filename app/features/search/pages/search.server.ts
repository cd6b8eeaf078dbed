import type { LoaderFunctionArgs } from "@remix-run/node";
import { countSchools } from "~/features/schools/index.server";
import { actorOf } from "~/platform/http/context.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { audiencesOf } from "~/platform/search-engine/audience";
import { catalogueHref } from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import type { SearchAnswer } from "~/platform/search-engine/search-engine";
import type { Services } from "~/platform/services/services.server";
import { readSearchAddress, type SearchAddress, searchSpec } from "../address";
import { searchEverything } from "../everything.server";
import { type FoundKind, folderOf, foundKinds, listHref } from "../kinds";
import { placesCalled } from "../places.server";
import { rowsOf } from "../rows.server";
import { allOfKind, type Counted, countOf, kindAbout, kindCount, kindName } from "../words.server";

type Asker = { services: Services; audience: string[]; locale: string };

/** Everything in groups; one kind in pages; without words and kind, what there is to be found. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const address = readSearchAddress(new URL(request.url));
  const asker = { services, audience: audiencesOf(await actorOf(request, context)), locale };
  const found = address.kind
    ? await oneKind(asker, address, address.kind)
    : address.asked.text
      ? await everything(asker, address)
      : { state: "beginning" as const, kinds: await whatThereIs(asker) };
  return {
    asked: { path: searchSpec.path, text: address.asked.text, sort: "best", sorts: [], facets: [] },
    ...found,
  };
}

export type Found = Awaited<ReturnType<typeof loader>>;
export type FoundEverything = Extract<Found, { state: "everything" }>;
export type FoundGroup = FoundEverything["groups"][number];
export type FoundOfKind = Extract<Found, { state: "kind" }>;

async function everything({ services, audience, locale }: Asker, { asked }: SearchAddress) {
  const [{ groups, mended }, places] = await Promise.all([
    searchEverything(services.searchEngine, audience, asked),
    placesCalled(services.db, asked.text),
  ]);
  const named = { total: places.rows.length, capped: places.moreSchools !== null };
  const all = [named, ...groups.map(({ answer }) => answer)];
  return {
    state: "everything" as const,
    count: m.search_count(countOf(sumOf(all))),
    counts: [
      ...groups.map(({ kind, answer }) => ({ id: kind as string, label: kindCount(kind, answer) })),
      ...(places.rows.length > 0
        ? [
            {
              id: "place",
              label: m.search_place_count(countOf({ total: places.rows.length, capped: false })),
            },
          ]
        : []),
    ],
    mended: mendedOf(asked, groups[0]?.answer, mended),
    /** Where nothing was found: places spelt much the same. */
    alike: all.every(({ total }) => total === 0)
      ? await placesCalled(services.db, asked.text, { alike: true })
      : null,
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
  };
}

const sumOf = (counts: Counted[]): Counted => ({
  total: counts.reduce((sum, { total }) => sum + total, 0),
  capped: counts.some(({ capped }) => capped),
});

/** @throws a redirect to the last page where one asks for a later one */
async function oneKind({ services, audience, locale }: Asker, { asked }: SearchAddress, kind: FoundKind) {
  const { text, page, literal } = asked;
  const answer = await services.searchEngine.search({
    ...{ text, page, literal, audience },
    types: [kind],
    filters: {},
    facets: [],
    sort: "best",
    perPage: searchSpec.perPage,
  });
  const view = catalogueView(searchSpec, asked, answer, { facets: {}, sorts: {} });
  if (answer.total > 0 && answer.hits.length === 0 && page > 1) {
    throw redirectTo(catalogueHref(searchSpec, asked, { page: Math.max(1, Math.min(view.pages, page - 1)) }));
  }
  return {
    state: "kind" as const,
    kind,
    name: kindName(kind),
    /** The same search among everything. */
    everythingHref: catalogueHref(searchSpec, { ...asked, filters: {} }),
    count: kindCount(kind, answer),
    mended: view.mended,
    rows: rowsOf(answer.hits, locale),
    page: view.page,
    pages: view.pages,
    firstHref: view.firstHref,
  };
}

function mendedOf(
  asked: SearchAddress["asked"],
  answer: SearchAnswer | undefined,
  mended: SearchAnswer["mended"],
) {
  if (!answer) return null;
  return catalogueView(searchSpec, asked, { ...answer, mended }, { facets: {}, sorts: {} }).mended;
}

/** Every kind with how many of it a reader may find. */
async function whatThereIs({ services, audience }: Asker) {
  const [all, countries] = await Promise.all([
    services.searchEngine.search({
      ...{ text: "", audience, filters: {}, page: 1, perPage: 1 },
      types: foundKinds,
      facets: ["type"],
      sort: "best",
    }),
    countSchools(services.db),
  ]);
  const counts = new Map((all.facets.type ?? []).map(({ value, count }) => [value, count]));
  const schools = countries.reduce((sum, country) => sum + country.schools, 0);
  return [
    ...foundKinds.map((kind) => ({
      to: folderOf(kind),
      name: kindName(kind),
      about: kindAbout(kind),
      // Counting stopped early among all kinds together: no number is true then.
      count: all.capped ? "" : kindCount(kind, { total: counts.get(kind) ?? 0, capped: false }),
    })),
    {
      to: "/schools",
      name: m.search_schools(),
      about: m.search_school_about(),
      count: m.search_school_count(countOf({ total: schools, capped: false })),
    },
  ];
}
