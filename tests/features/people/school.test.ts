import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loader as personLoader } from "~/features/people/pages/person.server";
import { loader } from "~/features/people/pages/school.server";
import { chooseSchool } from "~/features/schools/index.server";
import type { Person } from "~/platform/services/actor";
import { schoolStays, schools } from "~db/schema";
import { makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();

const open = async (id: string, as?: Person) =>
  (await ask(services, loader, `/schools/${id}`, { as, params: { id } })).result;

/** As if the person's present stay had begun so many days ago. */
const backdate = (personId: string, days: number) =>
  services.db
    .update(schoolStays)
    .set({ startedAt: sql`now() - ${days} * interval '1 day'` })
    .where(eq(schoolStays.personId, personId));

describe("a school's page", () => {
  it("shows everybody the school, and members alone who teaches there", async () => {
    const id = await makeSchool(services, { name: "Quokkafield School", town: "Derby" });
    const network = await makeNetwork(services, { name: "Quokka circle" });
    const teacher = await makePerson(services, { name: "Ada Ostrich", schoolId: id });
    await makeMember(services, network.slug, teacher);
    const reader = await makePerson(services);
    expect(await open(id)).toMatchObject({ school: { name: "Quokkafield School" }, inside: null });
    expect(await open(id, reader)).toMatchObject({
      mayChoose: true,
      inside: {
        teachers: [{ id: teacher.id, name: "Ada Ostrich" }],
        networks: [{ slug: network.slug, teachers: 1 }],
        history: { people: 1 },
      },
    });
    expect(await open(id, teacher)).toMatchObject({ teachesHere: true, mayChoose: false });
  });

  it("is not there for an id that names nothing", async () => {
    for (const id of [crypto.randomUUID(), "nothing", "%00"]) {
      const status = await open(id).then(
        () => 200,
        (thrown: Response) => thrown.status,
      );
      expect(status).toBe(404);
    }
  });

  it("says that a closed school is closed, and keeps it", async () => {
    const id = await makeSchool(services);
    await services.db.update(schools).set({ closedOn: "2020-08-31" }).where(eq(schools.id, id));
    expect(await open(id, await makePerson(services))).toMatchObject({
      school: { closed: true, closedOn: "2020-08-31" },
      mayChoose: false,
    });
  });
});

describe("where a person taught", () => {
  const history = async (person: Person) =>
    (await ask(services, personLoader, `/people/${person.id}`, { as: person, params: { id: person.id } }))
      .result.earlier;

  it("is kept when they change school, and counted where they were", async () => {
    const [one, other] = [await makeSchool(services), await makeSchool(services)];
    const person = await makePerson(services, { schoolId: one });
    await backdate(person.id, 400);
    await chooseSchool(services, person, { schoolId: other });
    expect((await history(person)).map(({ id }) => id)).toEqual([one]);
    const left = await open(one, person);
    expect(left.inside).toMatchObject({ teachers: [], history: { people: 1 } });
    await backdate(person.id, 30);
    await chooseSchool(services, person, { schoolId: null });
    expect((await history(person)).map(({ id }) => id)).toEqual([other, one]);
  });

  it("forgets a slip of less than a day, and nothing when the same school is chosen again", async () => {
    const [one, slip] = [await makeSchool(services), await makeSchool(services)];
    const person = await makePerson(services, { schoolId: one });
    await backdate(person.id, 400);
    await chooseSchool(services, person, { schoolId: one });
    expect(await history(person)).toEqual([]);
    await chooseSchool(services, person, { schoolId: slip });
    await chooseSchool(services, person, { schoolId: one });
    expect((await history(person)).map(({ id }) => id)).toEqual([one]);
    expect((await open(slip, person)).inside?.history).toEqual({ people: 0, first: null });
  });
});
