import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { changeProfile } from "~/features/accounts/operations/change-profile.server";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";
import { savePack, unpublishPack } from "~/features/packs/index.server";
import { chooseSchool } from "~/features/schools/index.server";
import { schoolsClosedWithin } from "~/features/schools/searchable.server";
import { system } from "~/platform/services/actor";
import { scheduledJobs } from "~/wiring/schedule.server";
import { people, schools } from "~db/schema";
import { type SearchableType, searchableTypes } from "~db/vocabulary/searchable-types";
import { dayFromNow, makeMember, makeNetwork } from "../../factories/networks";
import { makePack, packContent } from "../../factories/packs";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";

const { services, runJobs } = await house();

/** The hits of one kind for members, after all jobs. */
async function find(type: SearchableType, text: string) {
  await runJobs();
  const { hits } = await services.searchEngine.search({
    ...{ text, types: [type], filters: {}, audience: ["everyone", "members"], facets: [] },
    ...{ sort: "title" as const, page: 1, perPage: 50, literal: true, everyWord: true },
  });
  return hits;
}

const titles = async (type: SearchableType, text: string) =>
  (await find(type, text)).map(({ title }) => title);

it("lists every word of the vocabulary, once", () => {
  expect(services.searchables.map(({ type }) => type).sort()).toEqual([...searchableTypes].sort());
});

const activity = (title: string, steps = ["Begin."]) => ({ title, summary: "", minutes: 25, steps });

describe("activities", () => {
  it("are found with their pack, tell of it and lead into it", async () => {
    const { slug } = await makePack(services, {
      title: "Pangolin pack",
      activities: [activity("Pangolin plan"), activity("Pangolin test", ["Weigh the aardwolf."])],
    });
    const [hit] = await find("activity", "aardwolf");
    expect(hit?.title).toBe("Pangolin test");
    const { presented } = services.searchables.find(({ type }) => type === "activity")!;
    expect(presented.path(hit!)).toBe(`/packs/${slug}#activity-2`);
    expect(presented.tags(hit!)).toEqual(["From “Pangolin pack”", "25 min"]);
    await unpublishPack(services, system, { slug });
    expect(await titles("activity", "pangolin")).toEqual([]);
  });

  it("leave the index when their pack has fewer, and keep their ids while it has them", async () => {
    const materials = [{ material: "card-a4", perGroup: 1, unit: "sheet" as const, usedIn: [1] }];
    const pack = packContent({
      activities: [activity("Okapi one"), activity("Okapi two"), activity("Okapi three")],
      materials,
    });
    await makePack(services, pack);
    const before = (await find("activity", "okapi")).map(({ recordId }) => recordId);
    expect(before).toHaveLength(3);
    await savePack(services, system, { ...pack, activities: [activity("Okapi anew")] });
    const after = await find("activity", "okapi");
    expect(after.map(({ title }) => title)).toEqual(["Okapi anew"]);
    expect(before).toContain(after[0]?.recordId);
  });
});

describe("schools", () => {
  it("are found by name, town and postcode, and lead to their pages", async () => {
    const id = await makeSchool(services, {
      name: "Bongo Park School",
      town: "Ilkeston",
      postcode: "DE7 5TN",
    });
    for (const text of ["bongo", "ilkeston", "DE7 5TN", "de75tn"]) {
      expect([text, await titles("school", text)]).toEqual([text, ["Bongo Park School"]]);
    }
    const [hit] = await find("school", "bongo");
    const { presented } = services.searchables.find(({ type }) => type === "school")!;
    expect(presented.path(hit!)).toBe(`/schools/${id}`);
  });

  it("are found until the day they close, without anybody changing them", async () => {
    const id = await makeSchool(services, { name: "Gerenuk School" });
    const close = (closedOn: string) =>
      services.db.update(schools).set({ closedOn }).where(eq(schools.id, id));
    await close(dayFromNow(2));
    await scheduledJobs(services)["index-closed-schools"]!({});
    expect(await titles("school", "gerenuk")).toEqual(["Gerenuk School"]);
    await close(dayFromNow(-1));
    expect(await schoolsClosedWithin(services.db, 7)).toEqual([id]);
    await scheduledJobs(services)["index-closed-schools"]!({});
    expect(await titles("school", "gerenuk")).toEqual([]);
  });
});

describe("people", () => {
  it("are found by members by name, school and network, as these change", async () => {
    const first = await makeSchool(services, { name: "Lechwe Primary" });
    const second = await makeSchool(services, { name: "Sitatunga Primary" });
    const network = await makeNetwork(services, { name: "Nyala Valley" });
    const person = await makePerson(services, { name: "Wilhelmina Dik", schoolId: first });
    expect(await titles("person", "wilhelmina lechwe")).toEqual(["Wilhelmina Dik"]);
    await chooseSchool(services, person, { schoolId: second });
    await changeProfile(services, person, { name: "Wilhelmina Kudu", locale: "" });
    await makeMember(services, network.slug, person);
    expect(await titles("person", "kudu sitatunga nyala")).toEqual(["Wilhelmina Kudu"]);
    expect(await titles("person", "lechwe")).toEqual([]);
    await leaveNetwork(services, person, { slug: network.slug });
    expect(await titles("person", "nyala")).toEqual([]);
  });

  it("are not found by visitors, nor by their mail address, nor unconfirmed", async () => {
    const person = await makePerson(services, { name: "Thora Duiker", email: "steenbok@example.org" });
    expect(await titles("person", "duiker")).toEqual(["Thora Duiker"]);
    expect(await find("person", "steenbok")).toEqual([]);
    expect(JSON.stringify(await find("person", "duiker"))).not.toMatch(/steenbok|@/);
    await services.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, person.id));
    await changeProfile(services, person, { name: "Thora Duiker", locale: "" });
    expect(await find("person", "duiker")).toEqual([]);
  });
});
