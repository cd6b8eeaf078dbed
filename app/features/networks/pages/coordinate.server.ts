import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { distanceKm } from "~/features/schools/index.server";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { type Actor, actorId } from "~/platform/services/actor";
import { networkAtlas } from "../atlas.server";
import { doneWord } from "../components/done";
import { admitForm } from "../joining";
import { drawArea } from "../map.server";
import { type WaitingRequest, waitingRequests } from "../members.server";
import { admitRequest } from "../operations/admit-request.server";
import { type Coordinator, coordinatorsOf, sizeOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";
import { daysBetween } from "../term";
import { distanceWords, longDay } from "../words";

/** A term that ends within so many days is worth a reminder. */
const SOON_DAYS = 60;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head, today } = await seenNetwork(db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const { requests, total } = await waitingRequests(db, network.id);
    const coordinators = await coordinatorsOf(db, network.id, today);
    const now = new Date();
    return {
      head,
      joinPolicy: network.joinPolicy,
      total,
      requests: requests.map((waiting) => requestRow(waiting, network, now)),
      coordinators: coordinators.map((coordinator) => coordinatorRow(coordinator, actor, head.may.appoint)),
      ownTerm: ownTerm(coordinators, actor, now),
      size: await sizeOf(db, network.id),
      map: await drawArea(db, network, await networkAtlas(db), null),
      done: doneWord(request.url),
    };
  });
}

function requestRow(waiting: WaitingRequest, network: { latitude: number; longitude: number }, now: Date) {
  const { id, name, message, createdAt, school } = waiting;
  const where = school ? [school.name, school.town, distanceWords(distanceKm(school, network))] : [];
  return { id, name, message, where: where.filter(Boolean).join(", "), days: daysBetween(createdAt, now) };
}

function coordinatorRow(
  { appointmentId, name, duty, endsOn, personId, school }: Coordinator,
  actor: Actor,
  mayAppoint: boolean,
) {
  const own = actorId(actor) === personId;
  return {
    id: appointmentId,
    name,
    duty,
    school,
    until: longDay(endsOn),
    may: { end: mayAppoint ? !own || duty === "deputy" : own && duty === "deputy" },
  };
}

function ownTerm(coordinators: Coordinator[], actor: Actor, now: Date) {
  const own = coordinators.find(({ personId }) => personId === actorId(actor));
  if (!own || daysBetween(now, new Date(own.endsOn)) > SOON_DAYS) return null;
  return { duty: own.duty, endsOn: longDay(own.endsOn) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params.slug ?? "";
  const read = await readForm(request, admitForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const { requestId } = read.input;
    const done = await submit(read.form, () => admitRequest(context.services, actor, { slug, requestId }));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/coordinate?done=admitted`);
  });
}
