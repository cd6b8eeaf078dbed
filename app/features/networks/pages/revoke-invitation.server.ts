import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { isId } from "../ids";
import { invitationOf } from "../invitations.server";
import { revokeInvitation } from "../operations/revoke-invitation.server";
import { seenNetwork } from "../seen-network.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const { invitationId } = params;
    const invitation = isId(invitationId) ? await invitationOf(db, network.id, invitationId) : null;
    if (!invitation) throw new NotFound();
    const { note, uses, revokedAt } = invitation;
    return { network: { slug: network.slug, name: network.name }, note, uses, revoked: revokedAt !== null };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { slug = "", invitationId = "" } = params;
  const form = await formOf(request);
  return answering(request, context, async (actor) => {
    const done = await submit(form, () => revokeInvitation(context.services, actor, { slug, invitationId }));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/coordinate/invitations?done=revoked`);
  });
}
