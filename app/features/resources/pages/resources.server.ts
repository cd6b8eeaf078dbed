import type { LoaderFunctionArgs } from "@remix-run/node";
import { audiencesOf } from "~/features/networks/index.server";
import { answering } from "~/platform/http/answering.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { languageName } from "~/platform/i18n/vocabulary";
import {
  lastPageInstead,
  readCatalogueAddress,
  renamedHref,
  toSearchQuery,
} from "~/platform/search-engine/catalogue-address";
import { catalogueView } from "~/platform/search-engine/catalogue-view";
import { lookAround } from "~/platform/search-engine/look-around.server";
import type { SearchHit } from "~/platform/search-engine/search-engine";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import { resourceCatalogue as spec } from "../catalogue";
import { catalogueWords } from "../catalogue-words.server";
import { kindName } from "../kinds";
import { languageFamily } from "../language";
import { licenceLabel } from "../licence";
import { currentMaterials, materialNames, newestResources } from "../queries.server";
import type { ResourceShown } from "../searchable.server";

/** So many materials are offered, the most frequent first. */
const MOST_MATERIALS = 40;

/** Resources offered where nothing was found. */
const NEAR = 3;

const what = async (db: Reader, actor: Actor, language: string) => ({
  types: ["resource" as const],
  audience: await audiencesOf(db, actor),
  language,
});

/** The catalogue, as its address asks for it: one search, one query for the names of materials, one for old ones. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const address = readCatalogueAddress(new URL(request.url), spec);
  return answering(request, context, async (actor) => {
    const current = await currentMaterials(services.db, address.filters.material ?? []);
    const renamed = renamedHref(spec, address, "material", current);
    if (renamed) throw redirectTo(renamed);
    const wanted = await what(services.db, actor, locale);
    const query = toSearchQuery(address, spec, wanted);
    const answer = await services.searchEngine.search(query);
    const instead = lastPageInstead(spec, address, answer);
    if (instead) throw redirectTo(instead);
    const offered = (answer.facets.material ?? []).slice(0, MOST_MATERIALS);
    const slugs = [...new Set([...offered.map(({ value }) => value), ...(address.filters.material ?? [])])];
    const words = catalogueWords(await materialNames(services.db, slugs, locale));
    const narrowed = { ...answer, facets: { ...answer.facets, material: offered } };
    const { meant, near } = await lookAround(services.searchEngine, { spec, address, query }, answer, {
      ...words,
      count: resourcesText,
    });
    return {
      view: { ...catalogueView(spec, address, narrowed, words), meant },
      hits: answer.hits.map((hit) => rowOf(hit, locale)),
      near: near && { ...(await nearResources(services, near.hits, locale)), ways: near.ways },
    };
  });
}

/** "23 lesson resources" */
const resourcesText = ({ total, capped }: { total: number; capped: boolean }) => {
  const number = total.toLocaleString(formattingLocale());
  return capped ? m.resources_count_more({ number }) : m.resources_count({ count: total, number });
};

export type ResourceRow = ReturnType<typeof rowOf>;

function rowOf(
  { slug, highlighted, language, shown }: Pick<SearchHit, "slug" | "highlighted" | "language" | "shown">,
  locale: string,
) {
  const { kind, subjects, licence, collection, minutes } = shown as ResourceShown;
  return {
    slug,
    ...highlighted,
    language,
    /** The language, where it is not the reader's. */
    writtenIn: language.split("-")[0] === locale ? null : languageName(languageFamily(language)),
    kind: kind ? kindName(kind) : null,
    subject: subjects[0] ?? null,
    licence: licenceLabel(licence),
    collection,
    minutes,
  };
}

/** What comes nearest where nothing was found: the same words without filters; failing these, what came last. */
async function nearResources(services: Services, hits: SearchHit[], locale: string) {
  if (hits.length > 0) return { kind: "near" as const, rows: hits.map((hit) => rowOf(hit, locale)) };
  const newest = await newestResources(services.db, NEAR);
  const rows = newest.map(({ slug, title, summary, language, ...shown }) =>
    rowOf({ slug, language, highlighted: { title, excerpt: summary }, shown }, locale),
  );
  return { kind: "new" as const, rows };
}
