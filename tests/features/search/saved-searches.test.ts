import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { deleteSavedSearch } from "~/features/search/operations/delete-saved-search.server";
import { renameSavedSearch } from "~/features/search/operations/rename-saved-search.server";
import { saveSearch } from "~/features/search/operations/save-search.server";
import { action } from "~/features/search/pages/saved-searches.server";
import { MOST_SAVED, saveForm } from "~/features/search/saved-search";
import { canonicalAddress } from "~/features/search/searched-pages.server";
import { readWindows, writeWindows } from "~/features/search/windows";
import { system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { startSession } from "~/platform/sessions/sessions.server";
import { searchables } from "~/wiring/searchables.server";
import { auditEntries, people, savedSearches } from "~db/schema";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { asCookies, post } from "../accounts/post";

let services: Services;
beforeAll(async () => {
  services = (await house()).services;
});

const wind = { path: "/packs", query: "q=wind&subject=physics", name: "Wind" };

const savedBy = (personId: string) =>
  services.db.select().from(savedSearches).where(eq(savedSearches.personId, personId));

describe("the address of a saved search", () => {
  it.each([
    ["/packs", "subject=physics&q=wind", "q=wind&subject=physics"],
    ["/packs", "q=wind&page=3&sort=newest&utm_source=x", "q=wind"],
    ["/packs", "q=wind&subject=nonsense&age=11-14", "q=wind&age=11-14"],
    ["/resources", "?q=wind", "q=wind"],
    ["/search", "q=wind&type=pack&type=nonsense", "q=wind&type=pack"],
    ["/search", "q=wnd&literal=1", "q=wnd&literal=1"],
  ])("%s?%s is written one way", (path, query, expected) => {
    expect(canonicalAddress({ path, query }, searchables)).toMatchObject({
      path,
      query: expected,
      asksNothing: false,
    });
  });

  it("is one of a page that searches", () => {
    for (const path of [
      "/",
      "/settings",
      "//evil.example",
      "https://evil.example/packs",
      "/packs/../admin",
    ]) {
      expect(canonicalAddress({ path, query: "q=wind" }, searchables)).toBeNull();
    }
  });

  it("says whether it asks for anything", () => {
    for (const query of ["", "q=", "sort=newest", "subject=nonsense", "page=2"]) {
      expect(canonicalAddress({ path: "/packs", query }, searchables)?.asksNothing).toBe(true);
    }
  });
});

describe("the name of a saved search", () => {
  const named = (name: string) => saveForm.safeParse({ ...wind, name });
  it("is one line of at most 100 characters", () => {
    expect(named(" Wind\r\nBcc: x@y.org\u0000 ").data?.name).toBe("Wind Bcc: x@y.org");
    expect(named("x".repeat(100)).success).toBe(true);
    for (const wrong of ["", " \n ", "x".repeat(101)]) expect(named(wrong).success).toBe(false);
  });
});

describe("windows", () => {
  it("are read as they were written, and nothing else is", () => {
    const one = {
      id: crypto.randomUUID(),
      after: new Date(1_700_000_000_123),
      until: new Date(1_700_000_600_456),
    };
    expect(readWindows(writeWindows([one, one]))).toEqual([one, one]);
    for (const odd of ["", "x", `${one.id}.1`, "1.2.3", "; drop table"]) expect(readWindows(odd)).toEqual([]);
  });
});

describe("saving a search", () => {
  it("keeps it once, however it is written", async () => {
    const person = await makePerson(services);
    const first = await saveSearch(services, person, wind);
    const again = await saveSearch(services, person, {
      ...wind,
      query: "subject=physics&page=2&q=wind",
      name: "Other",
    });
    expect([first.already, again]).toEqual([false, { id: first.id, already: true }]);
    expect(await savedBy(person.id)).toMatchObject([wind]);
    const trail = await services.db.select().from(auditEntries).where(eq(auditEntries.actorId, person.id));
    expect(trail.map(({ act }) => act)).toEqual(["search saved"]);
  });

  it.each([visitor, system])("is for people", async (actor) => {
    await expect(saveSearch(services, actor, wind)).rejects.toThrow("error_not_allowed");
  });

  it("is for confirmed addresses, as they are when it is saved", async () => {
    const person = await makePerson(services);
    await expect(saveSearch(services, { ...person, emailVerified: false }, wind)).rejects.toThrow(
      "error_not_allowed",
    );
    await services.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, person.id));
    await expect(saveSearch(services, person, wind)).rejects.toThrow("error_not_allowed");
  });

  it.each([
    [{ path: "/admin" }, "search_saved_unknown"],
    [{ query: "sort=newest" }, "search_saved_empty"],
    [{ query: `q=${encodeURIComponent("👩🏽‍🏫".repeat(100))}` }, "search_saved_long"],
  ])("refuses %j", async (change, code) => {
    const person = await makePerson(services);
    await expect(saveSearch(services, person, { ...wind, ...change })).rejects.toThrow(code);
    expect(await savedBy(person.id)).toEqual([]);
  });

  it("ends at the limit, also when many come at once; the same one twice at once is one", async () => {
    const person = await makePerson(services);
    const many = Array.from({ length: MOST_SAVED + 5 }, (_, n) =>
      saveSearch(services, person, { ...wind, query: `q=wind+${n}` }),
    );
    const ends = await Promise.allSettled(many);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_SAVED);
    expect(await savedBy(person.id)).toHaveLength(MOST_SAVED);
    await expect(saveSearch(services, person, wind)).rejects.toMatchObject({
      code: "search_saved_most",
      values: { most: MOST_SAVED },
    });
    const other = await makePerson(services);
    await Promise.all([1, 2, 3].map(() => saveSearch(services, other, wind)));
    expect(await savedBy(other.id)).toHaveLength(1);
  });
});

describe("changing a saved search", () => {
  it("renames and deletes one's own, and tells what was deleted", async () => {
    const person = await makePerson(services);
    const { id } = await saveSearch(services, person, wind);
    await renameSavedSearch(services, person, { id, name: "For year 8" });
    expect(await savedBy(person.id)).toMatchObject([{ name: "For year 8" }]);
    expect(await deleteSavedSearch(services, person, { id })).toEqual({ ...wind, name: "For year 8" });
    expect(await savedBy(person.id)).toEqual([]);
    await expect(deleteSavedSearch(services, person, { id })).rejects.toThrow("error_not_found");
  });

  it("is nobody else's", async () => {
    const [person, other] = [await makePerson(services), await makePerson(services)];
    const { id } = await saveSearch(services, person, wind);
    await expect(renameSavedSearch(services, other, { id, name: "Mine" })).rejects.toThrow("error_not_found");
    await expect(deleteSavedSearch(services, other, { id })).rejects.toThrow("error_not_found");
    await expect(renameSavedSearch(services, visitor, { id, name: "x" })).rejects.toThrow(
      "error_not_allowed",
    );
    await expect(deleteSavedSearch(services, visitor, { id })).rejects.toThrow("error_not_allowed");
    expect(await savedBy(person.id)).toMatchObject([wind]);
  });

  it("goes with the person", async () => {
    const person = await makePerson(services);
    await saveSearch(services, person, wind);
    await services.db.delete(people).where(eq(people.id, person.id));
    expect(await savedBy(person.id)).toEqual([]);
  });
});

describe("/settings/saved-searches", () => {
  const enter = async (personId: string) =>
    asCookies([await startSession({ db: services.db, appUrl: services.config.appUrl }, personId, null)]);

  it("saves, renames, deletes and puts back", async () => {
    const person = await makePerson(services);
    const cookies = await enter(person.id);
    const send = (fields: Record<string, string>) =>
      post(services, action, fields, { cookies, path: "/settings/saved-searches" });
    expect(await send(wind)).toMatchObject({ status: 302, location: "/settings/saved-searches?done=saved" });
    const [saved] = await savedBy(person.id);
    expect(await send({ intent: "rename", id: saved!.id, name: "" })).toMatchObject({ status: 422 });
    expect(await send({ intent: "rename", id: saved!.id, name: "Sails & <b>masts</b>" })).toMatchObject({
      status: 302,
    });
    const gone = await send({ intent: "delete", id: saved!.id });
    const { searchParams } = new URL(gone.location!, "http://localhost");
    expect(Object.fromEntries(searchParams)).toEqual({
      ...wind,
      done: "deleted",
      name: "Sails & <b>masts</b>",
    });
    expect(await savedBy(person.id)).toEqual([]);
  });

  it("answers 404 for what is somebody else's, 422 for what cannot be saved, and asks visitors to sign in", async () => {
    const [person, other] = [await makePerson(services), await makePerson(services)];
    const { id } = await saveSearch(services, other, wind);
    const cookies = await enter(person.id);
    expect(await post(services, action, { intent: "delete", id }, { cookies })).toMatchObject({
      status: 404,
    });
    const odd = await post(services, action, { ...wind, path: "/admin" }, { cookies });
    expect(odd).toMatchObject({ status: 422 });
    expect(odd.body).toContain("cannot be saved");
    expect(await post(services, action, wind)).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/sign-in\?next=/),
    });
  });
});
