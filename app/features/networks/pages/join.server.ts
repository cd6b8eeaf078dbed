import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { countryName } from "~/features/schools/index.server";
import { answering } from "~/platform/http/answering.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { refuseGuess } from "../guesses.server";
import { joinPath, stateOf } from "../invitation";
import { invitationByCode } from "../invitations.server";
import { joinByInvitation } from "../operations/join-by-invitation.server";
import { standingOf } from "../queries.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, addressGroup } = context;
  const code = params.code ?? "";
  return answering(request, context, async (actor) => {
    const found = await invitationByCode(services.db, code);
    if (!found) return refuseGuess(services, addressGroup);
    const { network, madeBy, kind: _kind, email: _email, ...invitation } = found;
    const { member } = await standingOf(services.db, actor, network.id);
    const valid = network.state !== "closed" && stateOf(invitation, new Date()) === "valid";
    const state = member ? ("member" as const) : valid ? ("valid" as const) : ("over" as const);
    const shown = {
      state,
      visitor: actor.kind !== "person",
      here: joinPath(code),
      invitedBy: madeBy,
      network: {
        slug: network.slug,
        name: network.name,
        summary: network.summary,
        where: [network.region, countryName(network.country)].filter(Boolean).join(", "),
      },
    };
    return data(shown, { status: state === "over" ? 410 : 200 });
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, addressGroup } = context;
  const code = params.code ?? "";
  const form = await formOf(request);
  return answering(request, context, async (actor) => {
    if (!(await invitationByCode(services.db, code))) return refuseGuess(services, addressGroup);
    const done = await submit(form, () => joinByInvitation(services, actor, { code }));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${done.result.slug}?done=joined`);
  });
}
