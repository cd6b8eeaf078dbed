import { expect, it } from "vitest";
import { audiencesOf } from "~/features/networks/index.server";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";
import { system, visitor } from "~/platform/services/actor";
import { makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services } = await house();
const { db } = services;

it("lets visitors and the house itself find what everybody may", async () => {
  expect(await audiencesOf(db, visitor)).toEqual(["everyone"]);
  expect(await audiencesOf(db, system)).toEqual(["everyone"]);
});

it("lets members find what members may, and what is for them alone", async () => {
  const person = await makePerson(services);
  expect(await audiencesOf(db, person)).toEqual(["everyone", "members", `person:${person.id}`]);
});

it("counts nobody among the members whose address is not confirmed", async () => {
  const person = await makePerson(services);
  expect(await audiencesOf(db, { ...person, emailVerified: false })).toEqual([
    "everyone",
    `person:${person.id}`,
  ]);
});

it("follows the networks a person belongs to", async () => {
  const [one, two] = [await makeNetwork(services), await makeNetwork(services)];
  const person = await makeMember(services, one.slug);
  await makeMember(services, two.slug, person);
  const networks = async () =>
    (await audiencesOf(db, person)).filter((audience) => audience.startsWith("network:")).sort();
  expect(await networks()).toEqual([`network:${one.id}`, `network:${two.id}`].sort());
  await leaveNetwork(services, person, { slug: one.slug });
  expect(await networks()).toEqual([`network:${two.id}`]);
});

it("gives roles nothing more: what a role may see is decided where it is shown", async () => {
  const administrator = await makePerson(services, { siteRoles: ["administrator", "librarian"] });
  expect(await audiencesOf(db, administrator)).toEqual(["everyone", "members", `person:${administrator.id}`]);
});
