import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addSchool,
  chooseSchool,
  importSchools,
  loadPlaces,
  schoolsByIds,
} from "~/features/schools/index.server";
import { action, loader } from "~/features/schools/pages/my-school.server";
import { loader as searchRegister } from "~/features/schools/pages/schools.server";
import { withLocale } from "~/platform/i18n/locale.server";
import { type Person, system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { startSession } from "~/platform/sessions/sessions.server";
import { auditEntries, people, schools } from "~db/schema";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { asCookies, contextFor, post } from "../accounts/post";

let services: Services;
let runJobs: () => Promise<void>;
beforeAll(async () => {
  ({ services, runJobs } = await house());
  await loadPlaces(services, system, { country: "GB" });
});

const schoolOf = async ({ id }: Person) =>
  (await services.db.select({ schoolId: people.schoolId }).from(people).where(eq(people.id, id)))[0]
    ?.schoolId;

let number = 0;
const unlisted = () => ({ name: `Unlisted School ${++number}`, town: "Leeds", postcode: "", country: "GB" });

describe("choosing a school", () => {
  it("is for oneself, and can be taken back", async () => {
    const [person, other] = [await makePerson(services), await makePerson(services)];
    const schoolId = await makeSchool(services);
    await chooseSchool(services, person, { schoolId });
    expect(await schoolOf(person)).toBe(schoolId);
    expect(await schoolOf(other)).toBeNull();
    const audited = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, person.id));
    expect(audited.filter(({ act }) => act === "school chosen")).toMatchObject([
      { actorId: person.id, details: { schoolId } },
    ]);
    await chooseSchool(services, person, { schoolId: null });
    expect(await schoolOf(person)).toBeNull();
  });

  it("is refused to visitors, and for schools that are closed or not there", async () => {
    const person = await makePerson(services);
    const schoolId = await makeSchool(services);
    await expect(chooseSchool(services, visitor, { schoolId })).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    const nowhere = "00000000-0000-7000-8000-000000000000";
    await expect(chooseSchool(services, person, { schoolId: nowhere })).rejects.toMatchObject({
      code: "schools_not_found",
    });
    await services.db.update(schools).set({ closedOn: "2020-08-31" }).where(eq(schools.id, schoolId));
    await expect(chooseSchool(services, person, { schoolId })).rejects.toMatchObject({
      code: "schools_closed",
    });
    expect(await schoolOf(person)).toBeNull();
  });
});

describe("adding a school that is not listed", () => {
  it("puts it where its town is, and makes it one's own", async () => {
    const person = await makePerson(services);
    const schoolId = await addSchool(services, person, unlisted());
    expect(await schoolOf(person)).toBe(schoolId);
    const school = (await schoolsByIds(services.db, [schoolId])).get(schoolId)!;
    expect(school.latitude).toBeCloseTo(53.796, 1);
    expect(school.longitude).toBeCloseTo(-1.548, 1);
  });

  it("puts it by its postcode where schools near it are known", async () => {
    await makeSchool(services, { postcode: "LS26 8AA", position: { latitude: 53.76, longitude: -1.45 } });
    const schoolId = await addSchool(services, await makePerson(services), {
      ...unlisted(),
      postcode: "ls26 9zz",
    });
    expect((await schoolsByIds(services.db, [schoolId])).get(schoolId)).toMatchObject({
      postcode: "LS26 9ZZ",
      latitude: 53.76,
      longitude: -1.45,
    });
  });

  it("is refused where it is listed, also when two add it at once", async () => {
    const [one, two] = [await makePerson(services), await makePerson(services)];
    const school = unlisted();
    const results = await Promise.allSettled([
      addSchool(services, one, school),
      addSchool(services, two, { ...school, name: school.name.toUpperCase() }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "schools_listed_already", field: "name" });
    // The same name elsewhere is another school.
    await addSchool(services, two, { ...school, town: "York" });
  });

  it("is refused for places nobody knows, to visitors, and to those who would say where it is", async () => {
    const person = await makePerson(services);
    const school = { ...unlisted(), town: "Qqqqxxzz" };
    await expect(addSchool(services, person, school)).rejects.toMatchObject({
      code: "schools_place_unknown",
      field: "town",
    });
    await expect(addSchool(services, person, { ...unlisted(), country: "XX" })).rejects.toMatchObject({
      code: "schools_country_missing",
    });
    await expect(addSchool(services, visitor, unlisted())).rejects.toMatchObject({
      code: "schools_verify_first",
    });
    await expect(addSchool(services, { ...person, emailVerified: false }, unlisted())).rejects.toMatchObject({
      code: "schools_verify_first",
    });
    const position = { latitude: 1, longitude: 1 };
    await expect(addSchool(services, person, { ...unlisted(), position })).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    expect(await schoolOf(person)).toBeNull();
  });

  it("ends after five in a day", async () => {
    const person = await makePerson(services);
    for (let at = 0; at < 5; at++) await addSchool(services, person, unlisted());
    await expect(addSchool(services, person, unlisted())).rejects.toMatchObject({ code: "error_too_fast" });
  });
});

describe("the page", () => {
  const signedIn = async () => {
    const person = await makePerson(services);
    const store = { db: services.db, appUrl: "http://localhost:3000" };
    return { person, cookies: asCookies([await startSession(store, person.id, null)]) };
  };
  const load = async (cookies: string, search = "") => {
    const request = new Request(`http://localhost:3000/settings/school${search}`, {
      headers: { Cookie: cookies },
    });
    return withLocale("en", () => loader({ request, params: {}, context: contextFor(services) }));
  };

  it("works without scripts: search, choose from the list, leave", async () => {
    const { person, cookies } = await signedIn();
    const schoolId = await makeSchool(services, { name: "Quillfeather Academy" });
    const searched = await post(
      services,
      action,
      { q: "quillfeather", schoolId: "", intent: "choose" },
      { cookies },
    );
    expect(searched.location).toBe("/settings/school?q=quillfeather");
    const offered = await load(cookies, "?q=quillfeather");
    expect(offered.schools).toMatchObject([{ id: schoolId, place: "Nottingham, NG7 2RD, United Kingdom" }]);
    const chosen = await post(services, action, { schoolId, intent: "choose" }, { cookies });
    expect(chosen.location).toBe("/settings/school?done=chosen");
    expect(await schoolOf(person)).toBe(schoolId);
    expect((await load(cookies)).mine).toMatchObject({ name: "Quillfeather Academy" });
    expect((await post(services, action, { intent: "leave" }, { cookies })).location).toBe(
      "/settings/school?done=left",
    );
    expect(await schoolOf(person)).toBeNull();
  });

  it("adds a school, and says what is missing at its field", async () => {
    const { person, cookies } = await signedIn();
    const empty = await post(
      services,
      action,
      { intent: "add", name: " ", town: "", postcode: "", country: "" },
      { cookies },
    );
    expect(empty.status).toBe(422);
    const { errors, values } = JSON.parse(empty.body);
    expect(errors).toEqual({
      name: "What is the school called?",
      town: "Which town or village is it in?",
      country: "Choose a country.",
    });
    expect(values.intent).toBe("add");
    const { name, town, country } = unlisted();
    const smuggled = {
      intent: "add",
      name,
      town,
      country,
      postcode: "",
      position: "1",
      latitude: "1",
      id: "x",
    };
    expect((await post(services, action, smuggled, { cookies })).location).toBe(
      "/settings/school?done=chosen",
    );
    const schoolId = (await schoolOf(person))!;
    expect((await schoolsByIds(services.db, [schoolId])).get(schoolId)?.latitude).toBeCloseTo(53.796, 1);
    const again = await post(
      services,
      action,
      { intent: "add", name, town, country, postcode: "" },
      { cookies },
    );
    expect(again.status).toBe(409);
  });

  it("refuses ids that are none", async () => {
    const { cookies } = await signedIn();
    expect(
      (await post(services, action, { schoolId: "1 or 1=1", intent: "choose" }, { cookies })).status,
    ).toBe(422);
    const nowhere = { schoolId: "00000000-0000-7000-8000-000000000000", intent: "choose" };
    expect((await post(services, action, nowhere, { cookies })).status).toBe(404);
  });

  it("asks to sign in", async () => {
    const sent = await post(services, action, { intent: "leave" });
    expect(sent.location).toMatch(/^\/sign-in\?next=/);
  });

  it("shows the register to everybody, closed schools among it", async () => {
    async function* stream() {
      yield Buffer.from(
        "urn,name,town,lat,lon,closedate\n1,Vanished School,Ghent,51.05,3.72,31-08-2020\n2,Remaining School,Ghent,51.05,3.72,\n",
      );
    }
    await importSchools(services, system, { stream: stream(), country: "BE" });
    await runJobs();
    const request = (search: string) => new Request(`http://localhost:3000/schools${search}`);
    const read = (search: string) =>
      withLocale("en", () =>
        searchRegister({ request: request(search), params: {}, context: contextFor(services) }),
      );
    expect((await read("?q=vanished")).schools).toMatchObject([
      { name: "Vanished School", closedOn: "2020-08-31" },
    ]);
    const overview = await read("");
    expect(overview.countries).toContainEqual({ code: "BE", name: "Belgium", schools: 1 });
    expect(overview.may).toEqual({ choose: false });
  });
});
