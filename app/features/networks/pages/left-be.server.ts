import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { actOnNeed, coordinated } from "../cockpit/acting.server";
import { needsOf } from "../cockpit/needs.server";
import { doneWord } from "../components/done";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, needSources } = context.services;
  return answering(request, context, async (actor) => {
    const { head, asked } = await coordinated(db, actor, params.slug, true);
    const canBeLeft = needSources.filter((source) => source.canBeLeft);
    return {
      network: { slug: head.slug, name: head.name },
      ...(await needsOf(db, canBeLeft, asked)),
      done: doneWord(request.url),
    };
  });
}

export const action = (args: ActionFunctionArgs) => actOnNeed(args, "/left-be");
