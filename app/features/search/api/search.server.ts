import type { Request, Response } from "express";
import { audiencesOf } from "~/features/networks/index.server";
import { answerJson, answerProblem } from "~/platform/http/public-api.server";
import type { SearchAnswer, SearchHit } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import { visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { kindOf, kindsInApi, typesOf } from "../kinds";
import type { SearchAnswerJson } from "./answer";
import { toHtml } from "./highlighted";
import { facetParameters, readParameters, WrongParameter } from "./parameters";

/** Values of one facet in the answer; the rest is too rare to filter by. */
const MOST_FACET_VALUES = 100;

const facets = [...Object.keys(facetParameters), "type"];

/** GET /api/v1/search. Answers for everybody alike: who is signed in finds here what a visitor finds. */
export async function search(services: Services, request: Request, response: Response): Promise<void> {
  const { searchEngine, searchables, db, config, log } = services;
  const kinds = kindsInApi(searchables);
  try {
    const question = readParameters(parametersOf(request), typesOf(kinds));
    const answer = await searchEngine.search({
      ...question,
      facets,
      audience: await audiencesOf(db, visitor),
    });
    answerJson(response, answerOf(question.text, answer, kinds, config.appUrl), { maxAge: 30 });
  } catch (error) {
    if (error instanceof WrongParameter) return answerProblem(response, 400, error.message, { maxAge: 30 });
    log.error({ err: error, requestId: response.locals.requestId }, "the search did not answer");
    answerProblem(response, 503, "The search does not answer at the moment. Please try again in a minute.");
  }
}

const parametersOf = ({ originalUrl }: Request) => {
  const mark = originalUrl.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : originalUrl.slice(mark + 1));
};

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
