import { m } from "~/platform/i18n/messages";
import { ageBandName, languageName, subjectName } from "~/platform/i18n/vocabulary";
import type { FacetCounts } from "./directory.server";
import { MEMBERS_PER_PAGE } from "./directory.server";
import {
  type DirectoryFacet,
  type DirectoryQuery,
  directoryFacets,
  directoryPath,
  nothingAsked,
} from "./directory-address";

const facetWords: Record<DirectoryFacet, { label: () => string; value: (value: string) => string }> = {
  subject: { label: m.networks_directory_subject, value: subjectName },
  age: { label: m.networks_directory_age, value: ageBandName },
  language: { label: m.networks_directory_language, value: languageName },
};

/** What the page shows around the members, as `ui/catalogue` draws it. Languages that nobody speaks are left out. */
export function directoryView(
  slug: string,
  query: DirectoryQuery,
  found: { total: number; facets: FacetCounts },
  page: number,
) {
  const firstHref = directoryPath(slug, query);
  const chips = chipsOf(slug, query);
  return {
    path: `/networks/${slug}/members`,
    text: query.q,
    ...{ sort: "", sorts: [], mended: null },
    searched: { text: query.q, href: firstHref },
    fields: [
      { name: "near", label: m.networks_directory_near(), value: query.near },
      { name: "school", label: m.networks_directory_school(), value: query.school },
    ],
    facets: (Object.keys(directoryFacets) as DirectoryFacet[]).map((name) => ({
      name,
      label: facetWords[name].label(),
      values: valuesOf(name, query, found.facets[name]),
    })),
    chips,
    clearHref: chips.length > 0 ? directoryPath(slug, { ...nothingAsked, q: query.q }) : null,
    total: found.total,
    page,
    pages: Math.ceil(found.total / MEMBERS_PER_PAGE),
    firstHref,
  };
}

function valuesOf(name: DirectoryFacet, query: DirectoryQuery, counts: Map<string, number>) {
  const values = directoryFacets[name]
    .map((value) => ({
      value: value as string,
      label: facetWords[name].value(value),
      count: counts.get(value) ?? 0,
      checked: query[name].includes(value),
    }))
    .filter(({ count, checked }) => name !== "language" || count > 0 || checked);
  return name === "language" ? values.sort((a, b) => b.count - a.count) : values;
}

function chipsOf(slug: string, query: DirectoryQuery) {
  const without = (changed: Partial<DirectoryQuery>) => directoryPath(slug, { ...query, ...changed });
  return [
    ...(query.near
      ? [{ label: m.networks_directory_near_chip({ place: query.near }), to: without({ near: "" }) }]
      : []),
    ...(query.school ? [{ label: query.school, to: without({ school: "" }) }] : []),
    ...(Object.keys(directoryFacets) as DirectoryFacet[]).flatMap((name) =>
      query[name].map((value) => ({
        label:
          name === "age"
            ? m.networks_directory_age_chip({ ages: facetWords.age.value(value) })
            : facetWords[name].value(value),
        to: without({ [name]: query[name].filter((other) => other !== value) }),
      })),
    ),
  ];
}
