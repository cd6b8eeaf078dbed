import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { type Actor, actorId } from "~/platform/services/actor";
import { networkAtlas } from "../atlas.server";
import { actOnNeed, coordinated, undoOf } from "../cockpit/acting.server";
import { needsOf } from "../cockpit/needs.server";
import { doneWord } from "../components/done";
import { drawArea } from "../map.server";
import { type Coordinator, coordinatorsOf, sizeOf } from "../queries.server";
import { longDay } from "../words";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, needSources } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head, today, asked } = await coordinated(db, actor, params.slug);
    const coordinators = await coordinatorsOf(db, network.id, today);
    const atlas = await networkAtlas(db);
    const territory = atlas.find(({ id }) => id === network.id)?.territory ?? null;
    return {
      head,
      ...(await needsOf(db, needSources, asked)),
      coordinators: coordinators.map((coordinator) => coordinatorRow(coordinator, actor, head.may.appoint)),
      size: await sizeOf(db, network.id),
      map: await drawArea(db, network, atlas, territory),
      done: doneWord(request.url),
      undo: undoOf(request.url),
    };
  });
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

export const action = (args: ActionFunctionArgs) => actOnNeed(args, "");
