import { expect, it } from "vitest";
import { audiencesOf } from "~/platform/search-engine/audience";
import { type Person, system, visitor } from "~/platform/services/actor";

const person: Person = {
  kind: "person",
  id: "01990000-0000-7000-8000-000000000000",
  name: "Ada",
  email: "ada@example.org",
  emailVerified: true,
  siteRoles: [],
  schoolId: null,
  locale: null,
};

it("lets visitors find what everybody may, and people what members may too", () => {
  expect(audiencesOf(visitor)).toEqual(["everyone"]);
  expect(audiencesOf(person)).toEqual(["everyone", "members"]);
});

it("gives roles nothing more: what a role may see is decided where it is shown", () => {
  expect(audiencesOf({ ...person, siteRoles: ["administrator"] })).toEqual(["everyone", "members"]);
  expect(audiencesOf(system)).toEqual(["everyone"]);
});
