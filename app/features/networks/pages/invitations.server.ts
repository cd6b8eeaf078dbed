import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { v7 } from "uuid";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { doneWord } from "../components/done";
import { joinPath, stateOf } from "../invitation";
import { invitationForm } from "../invitation-form";
import { cameBy, invitationsOf } from "../invitations.server";
import { makeInvitation } from "../operations/make-invitation.server";
import { seenNetwork } from "../seen-network.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const now = new Date();
    const invitations = await invitationsOf(db, network.id, now);
    const came = await cameBy(
      db,
      invitations.filter(({ uses }) => uses > 0).map(({ id }) => id),
    );
    return {
      head,
      locale,
      formKey: v7(),
      invitations: invitations.map(({ revokedAt, ...invitation }) => ({
        ...invitation,
        state: stateOf({ ...invitation, revokedAt }, now),
        came: came.get(invitation.id) ?? [],
      })),
      done: doneWord(request.url),
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services } = context;
  const slug = params.slug ?? "";
  const read = await readForm(request, invitationForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () => makeInvitation(services, actor, { slug, ...read.input }));
    if ("refusal" in done) return done.refusal;
    // Shown in this very answer: the code is kept nowhere, so no page could show it again.
    const { id, code } = done.result;
    return { made: { id, url: `${services.config.appUrl}${joinPath(code)}` } };
  });
}
