import { describe, expect, it } from "vitest";
import { profileOf, saveProfile } from "~/features/accounts/index.server";
import { profileForm } from "~/features/accounts/profile/profile";
import { personSearchable } from "~/features/people/searchable.server";
import { visitor } from "~/platform/services/actor";
import { profiles } from "~db/schema";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services } = await house();
const { db } = services;

const profile = (wanted: Record<string, unknown> = {}) => profileForm.parse(wanted);

describe("the form of a profile", () => {
  it("takes none, one or several boxes, in the order of the list and once each", () => {
    expect(profile().subjects).toEqual([]);
    expect(profile({ subjects: "physics", ages: "11-14" })).toMatchObject({
      subjects: ["physics"],
      ages: ["11-14"],
    });
    expect(profile({ subjects: ["geography", "physics", "physics"] }).subjects).toEqual([
      "physics",
      "geography",
    ]);
  });

  it("refuses what is in no list, and more than twenty languages", () => {
    for (const wrong of [{ subjects: "alchemy" }, { ages: ["0-99"] }, { languages: ["en", "xx'); drop"] }]) {
      expect(profileForm.safeParse(wrong).success).toBe(false);
    }
    const many = "aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca".split(" ");
    expect(profileForm.safeParse({ languages: many }).error?.issues[0]?.message).toBe(
      "accounts_profile_languages_many",
    );
    expect(profileForm.safeParse({ languages: many.slice(1) }).success).toBe(true);
  });

  it("keeps texts plain and short", () => {
    expect(profile({ offers: " One\r\nTwo\u0000\u202e\tthree " }).offers).toBe("One\nTwo three");
    expect(profile({ offers: "x".repeat(500), about: "x".repeat(1_000) }).offers).toHaveLength(500);
    expect(profileForm.safeParse({ offers: "x".repeat(501) }).success).toBe(false);
    expect(profileForm.safeParse({ wishes: "x".repeat(501) }).success).toBe(false);
    expect(profileForm.safeParse({ about: "x".repeat(1_001) }).success).toBe(false);
  });
});

describe("saving a profile", () => {
  const told = profile({
    subjects: ["physics"],
    ages: ["11-14"],
    languages: ["km"],
    offers: "A wind tunnel",
    version: "0",
  });

  it("writes it down, once however often it is sent", async () => {
    const person = await makePerson(services);
    await saveProfile(services, person, told);
    await saveProfile(services, person, told);
    expect(await profileOf(db, person.id)).toEqual({ ...told, version: 1 });
    await saveProfile(services, person, { ...told, version: 1, wishes: "A balance" });
    expect(await profileOf(db, person.id)).toMatchObject({ wishes: "A balance", version: 2 });
  });

  it("tells the second of two browsers, and keeps what the first one said", async () => {
    const person = await makePerson(services);
    const both = await Promise.allSettled(
      ["first", "second"].map((about) => saveProfile(services, person, { ...told, about })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "accounts_profile_changed" },
    });
    expect((await profileOf(db, person.id)).version).toBe(1);
  });

  it("is nobody's but one's own", async () => {
    await expect(saveProfile(services, visitor, told)).rejects.toThrow("error_not_allowed");
  });

  it("is held by the database too", async () => {
    const person = await makePerson(services);
    const write = (wrong: Partial<typeof profiles.$inferInsert>) =>
      db.insert(profiles).values({ personId: person.id, ...wrong });
    await expect(write({ subjects: ["alchemy" as "physics"] })).rejects.toThrow();
    await expect(write({ languages: ["xx"] })).rejects.toThrow();
    await expect(write({ about: "x".repeat(1_001) })).rejects.toThrow();
  });

  it("lets the person be found by subject and offer", async () => {
    const person = await makePerson(services, { name: "Edda Quill" });
    await saveProfile(
      services,
      person,
      profile({ subjects: "design-and-technology", offers: "Lathe lessons", version: "0" }),
    );
    const [document] = await personSearchable.loadDocuments(db, [person.id]);
    expect(document).toMatchObject({ title: "Edda Quill", body: "Lathe lessons", audience: ["members"] });
    expect(document!.keywords).toEqual(expect.arrayContaining(["design and technology", "DT"]));
  });
});
