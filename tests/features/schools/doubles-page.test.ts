import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { mergeSchools } from "~/features/schools/index.server";
import { loader as compare } from "~/features/schools/merging/pages/compare.server";
import { action, loader } from "~/features/schools/merging/pages/doubles.server";
import { loader as mySchool, action as mySchoolAction } from "~/features/schools/pages/my-school.server";
import type { Person } from "~/platform/services/actor";
import { people, schools } from "~db/schema";
import { makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services, runJobs } = await house();

let admin: Person;
beforeAll(async () => {
  admin = await makePerson(services, { siteRoles: ["administrator"] });
});

const list = async (search = "") =>
  (await ask(services, loader, `/admin/schools${search}`, { as: admin })).result;
const post = (form: Record<string, string>) =>
  ask(services, action as unknown as typeof loader, "/admin/schools", { as: admin, form }).then(
    ({ result }) => result as unknown,
    (thrown: unknown) => thrown,
  );
const position = { latitude: 54.61, longitude: -3.1 };
const twin = async (name: string) => ({
  one: await makeSchool(services, { name, town: "Keswick", postcode: "", position }),
  other: await makeSchool(services, { name: `${name} Academy`, town: "Keswick", postcode: "", position }),
});

describe("the page of schools listed twice", () => {
  it("shows likely pairs, merges one, and undoes it", async () => {
    const { one, other } = await twin("Dunnart Fell");
    await runJobs();
    const pairIn = ({ open }: Awaited<ReturnType<typeof list>>) =>
      open.find((pair) => [pair.one.id, pair.other.id].includes(one));
    expect(pairIn(await list())).toMatchObject({ score: expect.any(Number) });
    const merged = (await post({ intent: "merge", survivingId: one, losingId: other })) as Response;
    expect(merged.headers.get("Location")).toBe("/admin/schools?done=merged");
    const after = await list("?done=merged");
    expect(pairIn(after)).toBeUndefined();
    expect(after.merges[0]).toMatchObject({
      losing: { id: other },
      surviving: { id: one },
      canUndo: true,
      by: admin.name,
    });
    await post({ intent: "undo", mergeId: after.merges[0]!.id });
    expect(pairIn(await list())).toBeDefined();
    await post({ intent: "dismiss", oneId: one, otherId: other });
    const apart = await list();
    expect(pairIn(apart)).toBeUndefined();
    expect(apart.dismissed).toHaveLength(1);
  });

  it("asks the database the same number of questions however many pairs there are", async () => {
    const before = (await ask(services, loader, "/admin/schools", { as: admin })).statements;
    for (const name of ["Numbat Scar", "Quoll Rigg", "Kowari Gill"]) await twin(name);
    await runJobs();
    expect((await ask(services, loader, "/admin/schools", { as: admin })).statements).toBe(before);
  });

  it("finds a school by name or number, and the second beside the first", async () => {
    const id = await makeSchool(services, { name: "Bandicoot Bay School" });
    await services.db.update(schools).set({ registerId: "R-4711" }).where(eq(schools.id, id));
    expect((await list("?q=bandicoot")).found).toMatchObject([{ id }]);
    expect((await list("?q=R-4711")).found).toMatchObject([{ id }]);
    expect(await list(`?q=R-4711&first=${id}`)).toMatchObject({ first: { id }, found: [] });
    expect(await list("?first=nonsense&page=-1&q=%00")).toMatchObject({ first: null, page: 1 });
  });

  it("refuses what is no decision, at 422, and tells nobody else that there is one", async () => {
    const answers = [
      {},
      { intent: "merge" },
      { intent: "merge", survivingId: "1", losingId: "2" },
      { intent: "undo", mergeId: "x" },
    ];
    for (const form of answers)
      expect(await post(form as Record<string, string>)).toMatchObject({ init: { status: 422 } });
    const itself = crypto.randomUUID();
    expect(await post({ intent: "merge", survivingId: itself, losingId: itself })).toMatchObject({
      init: { status: 422 },
    });
    expect(await post({ intent: "undo", mergeId: itself })).toMatchObject({ status: 404 });
  });
});

describe("two schools side by side", () => {
  const open = (one: string, other: string) =>
    ask(services, compare, `/admin/schools/compare?one=${one}&other=${other}`, { as: admin }).then(
      ({ result }) => result,
      (thrown: unknown) => thrown,
    );

  it("tells them apart: teachers, networks, distance, who added them; the registered one is to stay", async () => {
    const network = await makeNetwork(services, { name: "Wallum Circle" });
    const one = await makeSchool(services);
    const other = await makeSchool(services, { position: { latitude: 53.05, longitude: -1.15 } });
    await services.db.update(schools).set({ registerId: "R-1" }).where(eq(schools.id, other));
    const teacher = await makePerson(services, { schoolId: one });
    await makeMember(services, network.slug, teacher);
    expect(await open(one, other)).toMatchObject({
      keep: other,
      oneCountry: true,
      schools: [
        { id: one, teachers: 1, everTaught: 1, networks: ["Wallum Circle"], networkCount: 1, addedBy: null },
        { id: other, registerId: "R-1", teachers: 0, networks: [] },
      ],
    });
    expect(await open(one, one)).toMatchObject({ status: 404 });
    await mergeSchools(services, admin, { losingId: one, survivingId: other });
    expect(await open(one, other)).toMatchObject({ status: 404 });
  });
});

describe("adding a school that may be listed", () => {
  const add = async (as: Person, form: Record<string, string>) =>
    ask(services, mySchoolAction as unknown as typeof mySchool, "/settings/school", {
      as,
      form: { intent: "add", postcode: "", country: "GB", ...form },
    }).then(
      ({ result }) => result as unknown,
      (thrown: unknown) => thrown,
    );

  it("shows those it may be first, and adds it when it is none of them", async () => {
    await services.db.execute(sql`insert into places (id, country, name, latitude, longitude)
      values (gen_random_uuid(), 'GB', 'Potorooton', 55.1, -2.2)`);
    const id = await makeSchool(services, {
      ...{ name: "St Cuthbert's Primary School", town: "Potorooton", postcode: "" },
      position: { latitude: 55.11, longitude: -2.2 },
    });
    const teacher = await makePerson(services);
    const typed = { name: "Saint Cuthberts Primary", town: "Potorooton" };
    expect(await add(teacher, typed)).toMatchObject({
      data: { errors: {}, values: typed, alike: [{ id, name: "St Cuthbert's Primary School" }] },
      init: { status: 409 },
    });
    const [before] = await services.db.select().from(people).where(eq(people.id, teacher.id));
    expect(before!.schoolId).toBeNull();
    expect(await add(teacher, { ...typed, sure: "1" })).toMatchObject({ status: 302 });
    const [after] = await services.db.select().from(people).where(eq(people.id, teacher.id));
    expect(after!.schoolId).not.toBe(id);
    expect(after!.schoolId).not.toBeNull();
  });

  it("tells a teacher of a closed school so, and leaves them be", async () => {
    const id = await makeSchool(services);
    const teacher = await makePerson(services, { schoolId: id });
    await services.db.update(schools).set({ closedOn: "2020-08-31" }).where(eq(schools.id, id));
    const { result } = await ask(services, mySchool, "/settings/school", { as: teacher });
    expect(result.mine).toMatchObject({ id, closedOn: "2020-08-31" });
  });
});
