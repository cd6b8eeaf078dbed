import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { m } from "~/platform/i18n/messages";
import { apiAnswer } from "../api/answer";
import { apiHeaders, problem } from "../api/problem";
import { readQuestion } from "../api/question";

/** GET /api/v1/search */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { searchEngine, log } = context.services;
  const question = readQuestion(new URL(request.url));
  if ("unknown" in question) {
    const { parameter, known } = question.unknown;
    return problem(400, m.search_api_unknown_value({ parameter, known: known.join(", ") }));
  }
  try {
    const answer = await searchEngine.search(question.query);
    return Response.json(apiAnswer(question.query.text, answer), { headers: apiHeaders });
  } catch (error) {
    log.error({ err: error, requestId: context.requestId }, "the API could not search");
    return problem(500, m.search_api_failed());
  }
}

/** Anything but GET. */
export const action = (_: ActionFunctionArgs): Response =>
  problem(405, m.search_api_read_only(), { Allow: "GET, HEAD" });
