import {
  appointCoordinator,
  createNetwork,
  joinNetwork,
  type NewNetwork,
  requestToJoin,
} from "~/features/networks/index.server";
import { type Person, system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { makePerson } from "./people";

let made = 0;

/**
 * Founds a network in the middle of Nottingham that anybody may join.
 * @param wanted what matters to the test; the rest is invented
 */
export function makeNetwork(
  services: Services,
  wanted: Partial<NewNetwork> = {},
): Promise<{ id: string; slug: string }> {
  made += 1;
  return createNetwork(services, system, {
    name: `Trent Valley ${made}`,
    slug: "",
    country: "GB",
    summary: "Teachers along the river.",
    description: "",
    joinPolicy: "open",
    leadEmail: "",
    at: { latitude: 52.9536, longitude: -1.1505, region: "Nottinghamshire" },
    ...wanted,
  });
}

/**
 * Makes somebody a member of a network that is open.
 * @param person a new one unless given
 */
export async function makeMember(services: Services, slug: string, person?: Person): Promise<Person> {
  const member = person ?? (await makePerson(services));
  await joinNetwork(services, member, { slug });
  return member;
}

/**
 * Makes somebody a member and appoints them; a lead who was there before becomes a member like the others.
 * @param wanted.endsOn last day of the term; a year from now unless given
 */
export async function makeCoordinator(
  services: Services,
  slug: string,
  wanted: { duty?: "lead" | "deputy"; person?: Person; endsOn?: string } = {},
): Promise<Person> {
  const { duty = "lead", endsOn = dayFromNow(365) } = wanted;
  const person = await makeMember(services, slug, wanted.person);
  await appointCoordinator(services, system, {
    slug,
    personId: person.id,
    duty,
    endsOn,
    formerLead: "member",
  });
  return person;
}

/** Somebody who waits for the answer of a network that admits on request. */
export async function makeRequest(services: Services, slug: string, message = ""): Promise<Person> {
  const person = await makePerson(services);
  await requestToJoin(services, person, { slug, message });
  return person;
}

/** A day so many days from now, as terms are written. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
