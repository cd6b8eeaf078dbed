import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { countryChoices } from "~/features/schools/index.server";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { networkForm } from "../network-form";
import { createNetwork } from "../operations/create-network.server";
import { mayCreateNetwork } from "../permissions";
import { dayOf, usualEnd } from "../term";
import { longDay } from "../words";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(request, context, async (actor) => {
    if (!mayCreateNetwork(actor)) throw new NotAllowed();
    return { countries: countryChoices(), termEnds: longDay(usualEnd(dayOf(new Date()))) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(request, context, async (actor) => {
    if (!mayCreateNetwork(actor)) throw new NotAllowed();
    const read = await readForm(request, networkForm);
    if ("refusal" in read) return read.refusal;
    const done = await submit(read.form, () => createNetwork(context.services, actor, read.input));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${done.result.slug}?done=created`);
  });
}
