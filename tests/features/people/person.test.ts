import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { loader } from "~/features/people/pages/person.server";
import type { Person } from "~/platform/services/actor";
import { people } from "~db/schema";
import { makeCoordinator, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();

const open = (id: string, as?: Person) => ask(services, loader, `/people/${id}`, { as, params: { id } });

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (thrown: Response) => ({ status: thrown.status, to: thrown.headers.get("Location") }),
  );

it("shows members each other's name, school and networks, and nothing else", async () => {
  const network = await makeNetwork(services);
  const schoolId = await makeSchool(services, { name: "Ostrich Lane School", town: "Derby" });
  const person = await makePerson(services, { name: "Ada Ostrich", schoolId, email: "secret@example.org" });
  await makeCoordinator(services, network.slug, { person });
  const reader = await makePerson(services);
  const { result, statements } = await open(person.id, reader);
  expect(result).toEqual({
    locale: "en",
    schoolId,
    earlier: [],
    name: "Ada Ostrich",
    where: "Ostrich Lane School, Derby",
    networks: [{ slug: network.slug, name: expect.any(String), duty: "lead" }],
    self: false,
    photo: null,
    teaches: { subjects: [], ages: [], languages: [] },
    offers: "",
    wishes: "",
    about: "",
  });
  expect(statements).toBeLessThan(12);
  expect((await open(person.id, person)).result.self).toBe(true);
});

it("asks visitors to sign in, whether or not there is such a person", async () => {
  const person = await makePerson(services);
  for (const id of [person.id, crypto.randomUUID(), "nobody"]) {
    expect(await refusalOf(open(id))).toEqual({
      status: 302,
      to: `/sign-in?next=${encodeURIComponent(`/people/${id}`)}`,
    });
  }
});

it("is not there for who is not confirmed, nor about them", async () => {
  const [reader, person] = [await makePerson(services), await makePerson(services)];
  for (const id of [crypto.randomUUID(), "nobody", "%00"]) {
    expect(await refusalOf(open(id, reader))).toEqual({ status: 404, to: null });
  }
  await services.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, person.id));
  expect(await refusalOf(open(person.id, reader))).toEqual({ status: 404, to: null });
});
