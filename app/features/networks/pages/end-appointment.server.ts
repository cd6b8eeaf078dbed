import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { endAppointment } from "../operations/end-appointment.server";
import { mayCoordinate, mayEndAppointment } from "../permissions";
import { coordinatorsOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, standing, today } = await seenNetwork(db, actor, params.slug);
    if (!mayCoordinate(actor, standing, today)) throw new NotAllowed();
    const coordinators = await coordinatorsOf(db, network.id, today);
    const coordinator = coordinators.find(({ appointmentId }) => appointmentId === params.appointmentId);
    if (!coordinator) throw new NotFound();
    if (!mayEndAppointment(actor, standing, today, coordinator.personId)) throw new NotAllowed();
    return { network: { slug: network.slug, name: network.name }, person: coordinator.name };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { slug = "", appointmentId = "" } = params;
  const form = await formOf(request);
  return answering(request, context, async (actor) => {
    const done = await submit(form, () => endAppointment(context.services, actor, { slug, appointmentId }));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}?done=ended`);
  });
}
