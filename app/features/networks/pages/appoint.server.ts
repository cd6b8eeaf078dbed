import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { actorId, isAdministrator } from "~/platform/services/actor";
import { appointForm } from "../appointing";
import { findMembers } from "../directory.server";
import { nothingAsked } from "../directory-address";
import { isId } from "../ids";
import { memberOf } from "../members.server";
import { appointCoordinator } from "../operations/appoint-coordinator.server";
import { coordinatorsOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";
import { latestEnd, usualEnd } from "../term";

/** Members offered at once; who is not among them is found by name. */
const OFFERED = 20;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    const { network, head, today } = await seenNetwork(db, actor, params.slug);
    if (!head.may.appoint) throw new NotAllowed();
    const name = (searchParams.get("q") ?? "").trim().slice(0, 100);
    const personId = searchParams.get("person");
    const person = isId(personId) ? await memberOf(db, network.id, personId) : null;
    const coordinators = await coordinatorsOf(db, network.id, today);
    const lead = coordinators.find(({ duty }) => duty === "lead");
    // Who leads cannot lengthen their own term; see the operation.
    const offered = (id: string) => isAdministrator(actor) || id !== actorId(actor);
    const members = person
      ? []
      : await findMembers(
          db,
          { id: network.id, today },
          { ...nothingAsked, q: name, origin: null },
          1,
          OFFERED,
        );
    return {
      network: { slug: network.slug, name: network.name },
      name,
      person,
      members: members
        .filter(({ personId: id }) => offered(id))
        .map(({ personId: id, name: memberName, school, duty }) => ({ id, name: memberName, school, duty })),
      lead: lead && lead.personId !== person?.id ? lead.name : null,
      duty: coordinators.find((coordinator) => coordinator.personId === person?.id)?.duty ?? null,
      term: { from: today, usual: usualEnd(today), latest: latestEnd(today) },
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params.slug ?? "";
  const read = await readForm(request, appointForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () =>
      appointCoordinator(context.services, actor, { ...read.input, slug }),
    );
    if ("refusal" in done) return done.refusal;
    // A lead who handed over and is a plain member now may no longer see the page "Coordinate".
    return redirectTo(`/networks/${slug}?done=appointed`);
  });
}
