import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { actOnNeed, coordinated, undoOf } from "../cockpit/acting.server";
import { needsOfKind } from "../cockpit/needs.server";
import { doneWord } from "../components/done";
import { pageNumber } from "../network-form";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, needSources } = context.services;
  const { searchParams } = new URL(request.url);
  const leftBe = searchParams.get("left") === "1";
  return answering(request, context, async (actor) => {
    const { head, asked } = await coordinated(db, actor, params.slug, leftBe);
    const source = needSources.find(({ kind }) => kind === params.kind);
    if (!source) throw new NotFound();
    const wanted = pageNumber().parse(searchParams.get("page") ?? 1);
    return {
      network: { slug: head.slug, name: head.name },
      kind: source.kind,
      title: source.title(),
      about: source.about(),
      leftBe,
      ...(await needsOfKind(db, source, asked, wanted)),
      done: doneWord(request.url),
      undo: undoOf(request.url),
    };
  });
}

export const action = (args: ActionFunctionArgs) =>
  actOnNeed(args, `/needs/${encodeURIComponent(args.params.kind ?? "")}`);
