import { describe, expect, it } from "vitest";
import { saveProfile } from "~/features/accounts/index.server";
import { directoryPath, nothingAsked, readDirectoryAddress } from "~/features/networks/directory-address";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";
import { loader } from "~/features/networks/pages/members.server";
import { distanceKm } from "~/features/schools/index.server";
import type { Person } from "~/platform/services/actor";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();

const told = { subjects: [], ages: [], languages: [], offers: "", wishes: "", about: "", version: 0 };

async function makeTeacher(
  slug: string,
  name: string,
  more: Partial<typeof told> & { schoolId?: string } = {},
) {
  const { schoolId = null, ...profile } = more;
  const person = await makeMember(services, slug, await makePerson(services, { name, schoolId }));
  if (Object.keys(profile).length > 0) await saveProfile(services, person, { ...told, ...profile });
  return person;
}

const open = (slug: string, query: string, as?: Person) =>
  ask(services, loader, `/networks/${slug}/members${query}`, { as, params: { slug } });

const namesOf = async (slug: string, query: string, as: Person) =>
  (await open(slug, query, as)).result.members.map(({ name }: { name: string }) => name);

describe("the address of the directory", () => {
  it("is read as it is written", () => {
    const query = {
      ...nothingAsked,
      q: "wind & sail",
      near: "Derby",
      subject: ["physics"],
      age: ["11-14", "14-18"],
    };
    const path = directoryPath("trent", query);
    expect(path).toBe(
      "/networks/trent/members?q=wind+%26+sail&near=Derby&subject=physics&age=11-14&age=14-18",
    );
    expect(readDirectoryAddress(`http://x${path}`)).toEqual({ query, page: 1 });
    expect(directoryPath("trent", nothingAsked)).toBe("/networks/trent/members");
  });

  it("takes nonsense for not said", () => {
    const wild =
      "?subject=alchemy&subject=physics&subject=physics&age='&language=xx&page=-1&q=%00a%0ab&school=" +
      "y".repeat(5_000);
    expect(readDirectoryAddress(`http://x/${wild}`)).toEqual({
      query: { ...nothingAsked, subject: ["physics"], q: "a b", school: "y".repeat(100) },
      page: 1,
    });
    for (const page of ["0", "1e3", "2.5", "", "99999999999"])
      expect(readDirectoryAddress(`http://x/?page=${page}`).page).toBe(1);
  });
});

describe("the directory", () => {
  it("finds members by name, offer, subject, age, language and school, with how many there are of each", async () => {
    const { slug } = await makeNetwork(services);
    const schoolId = await makeSchool(services, { name: "Heron Quay Academy" });
    const anna = await makeTeacher(slug, "Anna Björk", {
      ...{ subjects: ["physics"] as never[], ages: ["11-14"] as never[], languages: ["km"] as never[] },
      offers: "A wind tunnel to borrow",
      schoolId,
    });
    await makeTeacher(slug, "Bela O’Brien", {
      subjects: ["physics", "geography"] as never[],
      ages: ["14-18"] as never[],
    });
    await makeTeacher(slug, "សុខ ចាន់ថា");
    expect(await namesOf(slug, "", anna)).toEqual(["Anna Björk", "Bela O’Brien", "សុខ ចាន់ថា"]);
    expect(await namesOf(slug, "?q=bjork", anna)).toEqual(["Anna Björk"]);
    expect(await namesOf(slug, "?q=obrien", anna)).toEqual(["Bela O’Brien"]);
    expect(await namesOf(slug, `?q=${encodeURIComponent("ចាន់")}`, anna)).toEqual(["សុខ ចាន់ថា"]);
    expect(await namesOf(slug, "?q=tunnel%20anna", anna)).toEqual(["Anna Björk"]);
    expect(await namesOf(slug, "?school=heron", anna)).toEqual(["Anna Björk"]);
    expect(await namesOf(slug, "?subject=geography", anna)).toEqual(["Bela O’Brien"]);
    expect(await namesOf(slug, "?language=km&age=11-14", anna)).toEqual(["Anna Björk"]);
    expect(await namesOf(slug, "?q=%25", anna)).toHaveLength(3);
    const { result } = await open(slug, "?age=14-18", anna);
    const counts = Object.fromEntries(
      result.view.facets.flatMap(
        ({ name, values }: { name: string; values: { value: string; count: number }[] }) =>
          values.filter(({ count }) => count > 0).map(({ value, count }) => [`${name} ${value}`, count]),
      ),
    );
    expect(result.view.total).toBe(1);
    // What else of a facet is ticked does not count against its other values.
    expect(counts).toEqual({ "subject physics": 1, "subject geography": 1, "age 11-14": 1, "age 14-18": 1 });
    expect(JSON.stringify(result)).not.toContain("@");
  });

  it("says that nobody teaches a subject yet", async () => {
    const { slug } = await makeNetwork(services);
    const person = await makeTeacher(slug, "Carl Ember");
    const { result } = await open(slug, "?subject=chemistry", person);
    expect(result).toMatchObject({ members: [], subject: "Chemistry", view: { total: 0 } });
    expect((await open(slug, "?subject=chemistry&q=x", person)).result.subject).toBeNull();
  });

  it("puts the nearest first, and those without a school last", async () => {
    const { slug } = await makeNetwork(services);
    const at = (latitude: number) => ({ latitude, longitude: -1.15 });
    const far = await makeSchool(services, { postcode: "NG9 9ZZ", position: at(53.9) });
    const near = await makeSchool(services, { postcode: "NG5 5ZZ", position: at(53.1) });
    await makeTeacher(slug, "Ada Nowhere");
    await makeTeacher(slug, "Bo Far", { schoolId: far });
    const reader = await makeTeacher(slug, "Cy Near", { schoolId: near });
    const { result } = await open(slug, "?near=NG5%205ZZ", reader);
    expect(result.members.map(({ name, km }: { name: string; km: number | null }) => [name, km])).toEqual([
      ["Cy Near", 0],
      ["Bo Far", Math.round(distanceKm(at(53.9), at(53.1)))],
      ["Ada Nowhere", null],
    ]);
    expect((await open(slug, "?near=Xyzzyville", reader)).result.near).toEqual({
      typed: "Xyzzyville",
      place: null,
    });
  });

  it("pages everybody once, coordinators first, with as many queries as for one", async () => {
    const { slug } = await makeNetwork(services);
    const lead = await makeCoordinator(services, slug, {
      person: await makePerson(services, { name: "Zoe Lead" }),
    });
    await makeCoordinator(services, slug, {
      duty: "deputy",
      person: await makePerson(services, { name: "Abe Deputy" }),
    });
    const alone = (await open(slug, "", lead)).statements;
    for (let number = 0; number < 54; number++)
      await makeTeacher(
        slug,
        `Member ${String.fromCharCode(65 + (number % 26))}${number < 26 ? "a" : "b"} ${number < 52 ? "" : "Last"}`,
      );
    const first = await open(slug, "", lead);
    expect(first.statements).toBe(alone);
    expect(first.result.members.slice(0, 2).map(({ name }: { name: string }) => name)).toEqual([
      "Zoe Lead",
      "Abe Deputy",
    ]);
    expect(first.result.members).toHaveLength(50);
    const second = await open(slug, "?page=2", lead);
    const all = [...first.result.members, ...second.result.members].map(({ id }: { id: string }) => id);
    expect(new Set(all).size).toBe(56);
    expect((await open(slug, "?page=900", lead)).result.view.page).toBe(2);
  });

  it("shows nobody who left, and nothing to who is no member", async () => {
    const { slug } = await makeNetwork(services);
    const reader = await makeTeacher(slug, "Rae Reader");
    const gone = await makeTeacher(slug, "Gus Gone", {
      subjects: ["physics"] as never[],
      offers: "Everything",
    });
    await leaveNetwork(services, gone, { slug });
    for (const query of ["", "?q=gus", "?subject=physics", "?q=everything"]) {
      const { result } = await open(slug, query, reader);
      expect(JSON.stringify(result), query).not.toContain("Gus Gone");
      expect(result.view.facets[0]!.values.every(({ count }: { count: number }) => count === 0)).toBe(true);
    }
    await expect(open(slug, "?q=rae", gone)).rejects.toMatchObject({ status: 403 });
    await expect(open(slug, "?q=rae")).rejects.toMatchObject({ status: 302 });
  });
});
