import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { coordinated } from "../cockpit/acting.server";
import { welcomeForm } from "../cockpit/cockpit-form";
import { isId } from "../ids";
import { membershipOf } from "../members.server";
import { LONGEST } from "../network";
import { welcomeMember } from "../operations/welcome-member.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network } = await coordinated(db, actor, params.slug);
    const id = params.membershipId;
    const membership = isId(id) ? await membershipOf(db, network.id, id) : null;
    if (!membership) throw new NotFound();
    return {
      network: { slug: network.slug, name: network.name },
      person: membership.name,
      school: membership.school,
      /** Who has welcomed them meanwhile; "" for who is gone, null while nobody has. */
      welcomed: membership.welcomedAt ? (membership.welcomer ?? "") : null,
      proposed: m
        .networks_welcome_words({
          ...{ person: membership.name, network: network.name },
          author: actor.kind === "person" ? actor.name : "",
        })
        .slice(0, LONGEST.words),
      longest: LONGEST.words,
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { slug = "", membershipId = "" } = params;
  const read = await readForm(request, welcomeForm);
  if ("refusal" in read) return read.refusal;
  const { words } = read.input;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () =>
      welcomeMember(context.services, actor, { slug, membershipId, words }),
    );
    if ("refusal" in done) return done.refusal;
    return redirectTo(
      `/networks/${slug}/coordinate?done=${words === null ? "welcomed-in-person" : "welcomed"}`,
    );
  });
}
