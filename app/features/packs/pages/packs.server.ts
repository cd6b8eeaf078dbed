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
import { packCatalogue as spec } from "../catalogue";
import { catalogueWords } from "../catalogue-words.server";
import { materialNames, newestPacks } from "../queries.server";
import type { PackShown } from "../searchable.server";
import { currentSlugs } from "../vocabulary.server";

/** So many materials are offered, the most frequent first: all two hundred would double the page's weight. */
const MOST_MATERIALS = 24;

/** Packs offered where nothing was found. */
const NEAR = 3;

const what = async (db: Reader, actor: Actor, language: string) => ({
  types: ["pack" as const],
  audience: await audiencesOf(db, actor),
  language,
});

/** The catalogue, as its address asks for it: one search, one query for the names of materials, one for old ones. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const address = readCatalogueAddress(new URL(request.url), spec);
  return answering(request, context, async (actor) => {
    const current = await currentSlugs(services.db, address.filters.material ?? []);
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
      count: packsText,
    });
    return {
      view: { ...catalogueView(spec, address, narrowed, words), meant },
      hits: answer.hits.map((hit) => rowOf(hit, locale)),
      near: near && { ...(await nearPacks(services, near.hits, locale)), ways: near.ways },
    };
  });
}

/** "7 packs" */
const packsText = ({ total, capped }: { total: number; capped: boolean }) => {
  const number = total.toLocaleString(formattingLocale());
  return capped ? m.packs_count_more({ number }) : m.packs_count({ count: total, number });
};

export type PackRow = ReturnType<typeof rowOf>;

function rowOf({ slug, highlighted, language, shown }: SearchHit, locale: string) {
  const { subjects, ...facts } = shown as PackShown;
  return {
    slug,
    ...highlighted,
    language,
    writtenIn: writtenIn(language, locale),
    subject: subjects[0]!,
    ...facts,
  };
}

/** The language of a pack, where it is not the reader's. */
const writtenIn = (language: string, locale: string) =>
  language.split("-")[0] === locale ? null : languageName(language);

/** What comes nearest where nothing was found: the same words without filters; failing these, what is new. */
async function nearPacks(services: Services, hits: SearchHit[], locale: string) {
  if (hits.length > 0) return { kind: "near" as const, rows: hits.map((hit) => rowOf(hit, locale)) };
  const newest = await newestPacks(services.db, NEAR);
  const rows = newest.map((card) => ({
    ...card,
    excerpt: card.summary,
    writtenIn: writtenIn(card.language, locale),
  }));
  return { kind: "new" as const, rows };
}
