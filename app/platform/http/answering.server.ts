import type { AppLoadContext } from "@remix-run/node";
import { ExpectedFailure } from "../errors/errors";
import type { Actor } from "../services/actor";
import { actorOf } from "./context.server";
import { toResponse } from "./forms.server";

/**
 * Runs a loader or action with the actor of the request; an expected failure becomes its page: 404, 403, or sign-in
 * for a visitor.
 */
export async function answering<Result>(
  request: Request,
  context: AppLoadContext,
  work: (actor: Actor) => Promise<Result>,
): Promise<Result> {
  const actor = await actorOf(request, context);
  try {
    return await work(actor);
  } catch (error) {
    if (error instanceof ExpectedFailure) throw toResponse(error, request, actor);
    throw error;
  }
}
