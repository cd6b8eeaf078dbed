import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { leaveNetwork } from "../operations/leave-network.server";
import { coordinatorsOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";
import { whyNeeded } from "../term";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const person = await personOf(request, context);
  return answering(request, context, async (actor) => {
    const { network, head, today } = await seenNetwork(db, actor, params.slug);
    if (!head.may.leave) throw new NotAllowed();
    const coordinators = await coordinatorsOf(db, network.id, today);
    return {
      head,
      /** Why the reader cannot leave yet; null when nothing holds them. */
      needed: whyNeeded(coordinators, person.id),
      deputy: coordinators.some(({ personId, duty }) => personId === person.id && duty === "deputy"),
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const slug = params.slug ?? "";
  return answering(request, context, async (actor) => {
    const done = await submit(form, () => leaveNetwork(context.services, actor, { slug }));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}?done=left`);
  });
}
