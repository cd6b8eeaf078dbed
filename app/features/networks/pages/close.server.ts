import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { closeNetwork } from "../operations/close-network.server";
import { seenNetwork } from "../seen-network.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return answering(request, context, async (actor) => {
    const { head } = await seenNetwork(context.services.db, actor, params.slug);
    if (!head.may.close) throw new NotAllowed();
    return { head };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params.slug ?? "";
  const form = await formOf(request);
  return answering(request, context, async (actor) => {
    const done = await submit(form, () => closeNetwork(context.services, actor, { slug }));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}?done=closed`);
  });
}
