import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { importResources } from "~/features/resources/index.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { visitor } from "~/platform/services/actor";
import { resources } from "~db/schema";
import { makePerson } from "../../factories/people";
import { makeResources, resourceRecord } from "../../factories/resources";
import { house } from "../../support/house";

describe("importing resources", () => {
  it("adds what is new, changes what differs and leaves the rest alone", async () => {
    const { services } = await house();
    const one = resourceRecord({ name: "Sorting cards" });
    const two = resourceRecord({ name: "Binary candles" });
    expect(await makeResources(services, [one, two])).toMatchObject({
      read: 2,
      added: 2,
      changed: 0,
      bad: 0,
    });
    expect(await makeResources(services, [one, two])).toMatchObject({ added: 0, changed: 0, unchanged: 2 });

    const before = await rowOf(one.identifier);
    const changed = { ...one, name: "Sorting more cards" };
    expect(await makeResources(services, [changed, two])).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 1,
    });
    const after = await rowOf(one.identifier);
    expect(after).toMatchObject({ id: before?.id, slug: "sorting-cards", title: "Sorting more cards" });
  });

  it("reports bad lines with their number and reason, and takes the others", async () => {
    const { services } = await house();
    const good = resourceRecord();
    const report = await makeResources(services, [
      "{ not json",
      good,
      "[]",
      resourceRecord({ "@type": "Book" }),
      resourceRecord({ identifier: "" }),
      resourceRecord({ name: "  " }),
      resourceRecord({ inLanguage: "klingon!" }),
      resourceRecord({ license: "all rights reserved" }),
      resourceRecord({ license: "javascript:alert(1)" }),
      resourceRecord({ text: "x".repeat(200_001) }),
      "x".repeat(1_000_001),
      "",
    ]);
    expect(report).toMatchObject({ read: 11, added: 1, bad: 10, loaded: true });
    expect(report.badRows.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(report.badRows[4]?.reason).toBe("“name” is missing");
    expect(await rowOf(good.identifier)).toBeTruthy();
  });

  it("loads nothing when it is strict and one line is bad", async () => {
    const { services } = await house();
    const good = resourceRecord();
    const report = await makeResources(services, [good, "{"], { strict: true });
    expect(report).toMatchObject({ read: 2, added: 0, bad: 1, loaded: false });
    expect(await rowOf(good.identifier)).toBeUndefined();
  });

  it("gives every record an address of its own", async () => {
    const { services } = await house();
    const same = ["en", "fr", "fr"].map((inLanguage) =>
      resourceRecord({ name: "Édition spéciale", inLanguage }),
    );
    const foreign = resourceRecord({
      name: "風力発電",
      inLanguage: "ja",
      identifier: "library/ja/wind-power",
    });
    await makeResources(services, [...same, foreign]);
    const rows = await services.db
      .select({ slug: resources.slug })
      .from(resources)
      .where(
        inArray(
          resources.identifier,
          same.map(({ identifier }) => String(identifier)),
        ),
      );
    const slugs = rows.map(({ slug }) => slug).sort();
    expect(slugs[0]).toBe("edition-speciale");
    expect(slugs[1]).toBe("edition-speciale-fr");
    expect(slugs[2]).toMatch(/^edition-speciale-fr-[0-9a-f]{8}$/);
    expect((await rowOf(foreign.identifier))?.slug).toBe("wind-power");
  });

  it("stands two imports of the same file at once", async () => {
    const { services } = await house();
    const records = Array.from({ length: 20 }, () => resourceRecord({ name: "The same title" }));
    const reports = await Promise.all([makeResources(services, records), makeResources(services, records)]);
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(20);
  });

  it("takes what cannot be stored out of the texts", async () => {
    const { services } = await house();
    const odd = resourceRecord({
      name: "Odd \u0000 name",
      text: "a\u0000b \ud800 c",
      extra: { "k\u0000": ["\udc00"] },
    });
    expect(await makeResources(services, [odd])).toMatchObject({ added: 1 });
    expect((await rowOf(odd.identifier))?.body).toBe("ab  c");
  });

  it("reads whole what a record says", async () => {
    const { services } = await house();
    const record = resourceRecord({
      inLanguage: "zh_Hans",
      license: "http://creativecommons.org/licenses/by-sa/4.0/deed.de",
      about: ["computing", { name: "electronics" }, "kidbots"],
      teaches: "geometry",
      material: ["* 4 Crocodile clips", "Tin foil"],
      timeRequired: "30 - 45 minutes",
      typicalAgeRange: "9-12",
      author: [{ name: "Ada" }, "Grace"],
    });
    await makeResources(services, [record]);
    expect(await rowOf(record.identifier)).toMatchObject({
      language: "zh-Hans",
      licence: "CC BY-SA 4.0",
      subjects: ["computing", "design-and-technology", "mathematics"],
      topics: ["computing", "electronics", "kidbots", "geometry"],
      materials: ["4 Crocodile clips", "Tin foil"],
      minutes: 45,
      ageFrom: 9,
      ageTo: 12,
      author: "Ada, Grace",
      collection: "A collection",
    });
  });

  it("is for administrators", async () => {
    const { services } = await house();
    const member = await makePerson(services);
    for (const actor of [visitor, member]) {
      await expect(importResources(services, actor, { file: "/nowhere" })).rejects.toBeInstanceOf(NotAllowed);
    }
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await expect(importResources(services, administrator, { file: "/nowhere" })).rejects.toBeInstanceOf(
      RuleBroken,
    );
  });
});

describe("an imported resource", () => {
  it("is found once the jobs have run, and found anew when it changes", async () => {
    const { services, runJobs } = await house();
    const record = resourceRecord({ name: "Zephyr kites", material: ["Old newspaper"] });
    await makeResources(services, [record]);
    await runJobs();
    const find = async (text: string) =>
      (
        await services.searchEngine.search({
          text,
          types: ["resource"],
          filters: {},
          audience: ["everyone"],
          facets: ["licence", "kind"],
          sort: "best",
          page: 1,
          perPage: 10,
          literal: true,
        })
      ).hits.map(({ title }) => title);
    expect(await find("zephyr")).toEqual(["Zephyr kites"]);
    await makeResources(services, [{ ...record, name: "Hurricane kites" }]);
    await runJobs();
    expect(await find("zephyr")).toEqual([]);
    expect(await find("hurricane")).toEqual(["Hurricane kites"]);
  });
});

async function rowOf(identifier: unknown) {
  const { services } = await house();
  const [row] = await services.db
    .select()
    .from(resources)
    .where(eq(resources.identifier, String(identifier)));
  return row;
}
