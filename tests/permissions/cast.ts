import { sql } from "drizzle-orm";
import { appointCoordinator } from "~/features/networks/index.server";
import { type Person, system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { coordinators, joinRequests, networks } from "~db/schema";
import type { JoinPolicy } from "~db/vocabulary/networks";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork, makeRequest } from "../factories/networks";
import { makePerson } from "../factories/people";

/** The columns of the table. Who acts, as they stand to the network that is acted on. */
export const roles = [
  "visitor",
  // Leads another network.
  "stranger",
  "member",
  "deputy",
  "lead",
  // Was a deputy until a week ago, and is a member still.
  "former",
  "librarian",
  "admin",
] as const;
export type Role = (typeof roles)[number];

export type Cast = Record<Exclude<Role, "visitor">, Person>;

/** One person for each role; what they are to a network is made with the network. */
export async function makeCast(services: Services): Promise<Cast> {
  const plain = () => makePerson(services);
  const cast = {
    stranger: await plain(),
    member: await plain(),
    deputy: await plain(),
    lead: await plain(),
    former: await plain(),
    librarian: await makePerson(services, { siteRoles: ["librarian"] }),
    admin: await makePerson(services, { siteRoles: ["administrator"] }),
  };
  const elsewhere = await makeNetwork(services);
  await makeCoordinator(services, elsewhere.slug, { person: cast.stranger });
  return cast;
}

/** A network as one request needs it. */
export type Stage = {
  id: string;
  slug: string;
  /** A member like the others. */
  otherId: string;
  /** The appointment of a deputy, and of the actor where there is one. */
  deputyId: string;
  ownId: string;
  /** Of somebody who waits. */
  requestId: string;
};

/**
 * A network of its own for one request, with the actor in their role, a lead, a deputy, a member and somebody who waits.
 * @param policy once everybody is in
 */
export async function setStage(
  services: Services,
  role: Role,
  cast: Cast,
  policy: JoinPolicy = "request",
): Promise<Stage> {
  const { id, slug } = await makeNetwork(services);
  if (role === "lead") await makeCoordinator(services, slug, { person: cast.lead });
  else await makeCoordinator(services, slug);
  if (role === "deputy") await makeCoordinator(services, slug, { duty: "deputy", person: cast.deputy });
  const deputy = await makeCoordinator(services, slug, { duty: "deputy" });
  const other = await makeMember(services, slug);
  if (role === "member" || role === "former") await makeMember(services, slug, cast[role]);
  if (role === "former") {
    const then = new Date(Date.now() - 30 * 86_400_000);
    await appointCoordinator(
      services,
      system,
      {
        ...{ slug, personId: cast.former.id, duty: "deputy", formerLead: "deputy" },
        endsOn: dayFromNow(-7),
      },
      then,
    );
  }
  await services.db.update(networks).set({ joinPolicy: "request" }).where(sql`${networks.id} = ${id}`);
  const waiting = await makeRequest(services, slug);
  await services.db.update(networks).set({ joinPolicy: policy }).where(sql`${networks.id} = ${id}`);
  const appointmentOf = async (personId: string) => {
    const [row] = await services.db
      .select({ id: coordinators.id })
      .from(coordinators)
      .where(sql`${coordinators.networkId} = ${id} and ${coordinators.personId} = ${personId}`);
    return row?.id;
  };
  const [request] = await services.db
    .select({ id: joinRequests.id })
    .from(joinRequests)
    .where(sql`${joinRequests.personId} = ${waiting.id}`);
  const deputyId = (await appointmentOf(deputy.id))!;
  return {
    id,
    slug,
    otherId: other.id,
    deputyId,
    ownId: (role === "visitor" ? undefined : await appointmentOf(cast[role].id)) ?? deputyId,
    requestId: request!.id,
  };
}
