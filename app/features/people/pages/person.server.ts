import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayOf, networksOf } from "~/features/networks/index.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { maySeePeople } from "../permissions";
import { peopleSeen } from "../queries.server";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A visitor signs in first, whether or not there is such a person. Two queries. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const id = params.id ?? "";
  return answering(request, context, async (actor) => {
    if (actor.kind === "visitor") throw new NotAllowed();
    const [person] = maySeePeople(actor) && uuid.test(id) ? await peopleSeen(db, [id]) : [];
    if (!person) throw new NotFound();
    const networks = await networksOf(db, person.id, dayOf(new Date()));
    return {
      name: person.name,
      where: [person.school, person.town].filter(Boolean).join(", "),
      networks: networks.map(({ slug, name, duty }) => ({ slug, name, duty })),
      self: actor.kind === "person" && actor.id === person.id,
    };
  });
}
