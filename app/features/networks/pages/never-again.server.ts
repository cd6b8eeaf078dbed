import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { refuseGuess } from "../guesses.server";
import { neverAgainPath } from "../invitation";
import { invitationByCode } from "../invitations.server";
import { refuseInvitations } from "../operations/refuse-invitations.server";

/** Opening the link changes nothing: programs that look through mails open it too. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, addressGroup } = context;
  return answering(request, context, async () => {
    const found = await invitationByCode(services.db, params.code ?? "");
    if (found?.kind !== "letter") return refuseGuess(services, addressGroup);
    const { network, email } = found;
    return { network: { slug: network.slug, name: network.name }, done: email === null };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, addressGroup } = context;
  const code = params.code ?? "";
  return answering(request, context, async (actor) => {
    const found = await invitationByCode(services.db, code);
    if (found?.kind !== "letter") return refuseGuess(services, addressGroup);
    await refuseInvitations(services, actor, { code });
    return redirectTo(neverAgainPath(code));
  });
}
