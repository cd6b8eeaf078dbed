import type { LoaderFunctionArgs } from "@remix-run/node";
import { audiencesOf } from "~/features/networks/index.server";
import type { SearchAnswer, SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import { visitor } from "~/platform/services/actor";
import { kindOf, kindsInApi, typesOf } from "../kinds";
import type { SearchAnswerJson } from "./answer";
import { toHtml } from "./highlighted";
import { facetParameters, readParameters, WrongParameter } from "./parameters";
import { problemResponse } from "./problem.server";

/** Values of one facet in the answer; the rest is too rare to filter by. */
const MOST_FACET_VALUES = 100;

const facets = [...Object.keys(facetParameters), "type"];

/** Answers for everybody alike: who is signed in finds here what a visitor finds. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { searchEngine, searchables, db, config, log } = context.services;
  const kinds = kindsInApi(searchables);
  try {
    const question = readParameters(new URL(request.url).searchParams, typesOf(kinds));
    const answer = await searchEngine.search({
      ...question,
      facets,
      audience: await audiencesOf(db, visitor),
    });
    return Response.json(answerOf(question.text, answer, kinds, config.appUrl), {
      headers: { "Cache-Control": "public, max-age=30" },
    });
  } catch (error) {
    if (error instanceof WrongParameter) return problemResponse(400, error.message);
    log.error({ err: error, requestId: context.requestId }, "the search did not answer");
    return problemResponse(503, "The search does not answer at the moment. Please try again in a minute.");
  }
}

function answerOf(
  query: string,
  answer: SearchAnswer,
  kinds: readonly Searchable[],
  appUrl: string,
): SearchAnswerJson {
  const { engine, tookMs, total, page, perPage } = answer;
  return {
    query,
    engine,
    tookMs,
    total,
    page,
    perPage,
    hits: answer.hits.flatMap((hit) => hitOf(hit, kinds, appUrl)),
    facets: Object.fromEntries(
      facets.map((name) => [
        name,
        (answer.facets[name] ?? [])
          // The engine counts every kind it holds.
          .filter(({ value }) => name !== "type" || kindOf(kinds, value))
          .slice(0, MOST_FACET_VALUES),
      ]),
    ),
  };
}

function hitOf(hit: SearchHit, kinds: readonly Searchable[], appUrl: string) {
  const { type, recordId, slug, title, excerpt, highlighted } = hit;
  const kind = kindOf(kinds, type);
  if (!kind) return [];
  return {
    type,
    id: recordId,
    slug,
    url: appUrl + kind.presented.path(hit),
    title,
    excerpt,
    highlighted: { title: toHtml(highlighted.title), excerpt: toHtml(highlighted.excerpt) },
  };
}
