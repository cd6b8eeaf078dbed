import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { distanceKm } from "~/features/schools/index.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { isId } from "../ids";
import { declineForm } from "../joining";
import { requestOf } from "../members.server";
import { declineRequest } from "../operations/decline-request.server";
import { seenNetwork } from "../seen-network.server";
import { distanceWords } from "../words";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const asked = isId(params.requestId) ? await requestOf(db, network.id, params.requestId) : null;
    if (!asked) throw new NotFound();
    const { name, message, school, state } = asked;
    const where = school ? [school.name, school.town, distanceWords(distanceKm(school, network))] : [];
    return {
      network: { slug: network.slug, name: network.name },
      person: name,
      message,
      where: where.filter(Boolean).join(", "),
      /** What became of it meanwhile; null while it waits. */
      decided: state === "waiting" ? null : state,
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { slug = "", requestId = "" } = params;
  const read = await readForm(request, declineForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const { reason } = read.input;
    const done = await submit(read.form, () =>
      declineRequest(context.services, actor, { slug, requestId, reason }),
    );
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/coordinate?done=declined`);
  });
}
