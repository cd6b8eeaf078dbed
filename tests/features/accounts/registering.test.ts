import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createAdministrator,
  hashPassword,
  mailAddressOf,
  peopleByIds,
  registerVerifiedPeople,
  registerVerifiedPerson,
  setPersonSchool,
} from "~/features/accounts/index.server";
import { signIn } from "~/features/accounts/operations/sign-in.server";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, people, schools } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { makePerson, PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";

let at: House;
let services: Services;
beforeAll(async () => {
  at = await house();
  services = at.services;
});

const find = async (email: string) =>
  (await services.db.select().from(people).where(eq(people.email, email)))[0];

describe("registering people without mail", () => {
  it("makes many with one hash, in the order given, and writes to nobody", async () => {
    const passwordHash = await hashPassword(PASSWORD);
    const newcomers = Array.from({ length: 2_500 }, (_, i) => ({
      name: `P ${i}`,
      email: `p${i}@example.org`,
      passwordHash,
    }));
    const ids = await registerVerifiedPeople(services, system, newcomers);
    expect(new Set(ids).size).toBe(2_500);
    expect((await find("p2100@example.org"))?.id).toBe(ids[2_100]);
    await at.runJobs();
    expect(await at.mails()).toEqual([]);
    const input = {
      email: "p2499@example.org",
      password: PASSWORD,
      addressGroup: "203.0.113.1",
      cookies: null,
    };
    await expect(signIn(services, visitor, input)).resolves.toBeDefined();
  });

  it("makes all of them or none", async () => {
    const taken = await makePerson(services);
    const newcomers = [
      { name: "A", email: "all-or-none@example.org" },
      { name: "B", email: taken.email },
    ];
    await expect(registerVerifiedPeople(services, system, newcomers)).rejects.toThrow("accounts_email_taken");
    expect(await find("all-or-none@example.org")).toBeUndefined();
  });

  it("is for the house alone, administrators not excepted", async () => {
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    for (const actor of [visitor, administrator]) {
      const made = registerVerifiedPerson(services, actor, { name: "A", email: "smuggled@example.org" });
      await expect(made).rejects.toThrow("error_not_allowed");
    }
  });

  it("leaves a trace of every role it gives", async () => {
    const librarian = await makePerson(services, { siteRoles: ["librarian"] });
    const [entry] = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, librarian.id));
    expect(entry).toMatchObject({ act: "role given", actorId: null, details: { siteRoles: ["librarian"] } });
  });
});

describe("creating an administrator", () => {
  const input = { name: "Ada Bright", email: "Ada@Example.org", password: PASSWORD };

  it("makes an account that can sign in and has the role", async () => {
    const id = await createAdministrator(services, system, input);
    expect(await find("ada@example.org")).toMatchObject({ id, siteRoles: ["administrator"] });
    const entrance = {
      email: "ada@example.org",
      password: PASSWORD,
      addressGroup: "203.0.113.2",
      cookies: null,
    };
    await expect(signIn(services, visitor, entrance)).resolves.toBeDefined();
  });

  it.each([
    [{ name: "" }, "accounts_name_missing", "name"],
    [{ email: "ada" }, "accounts_email_wrong", "email"],
    [{ password: "short" }, "accounts_password_short", "password"],
    [{ password: "password123" }, "accounts_password_common", "password"],
  ])("refuses %j by the rules of sign-up", async (wrong, code, field) => {
    const made = createAdministrator(services, system, { ...input, email: "other@example.org", ...wrong });
    await expect(made).rejects.toMatchObject({ code, field });
  });

  it("leaves an account that is there as it is", async () => {
    const person = await makePerson(services);
    const made = createAdministrator(services, system, { ...input, email: person.email });
    await expect(made).rejects.toMatchObject({ code: "accounts_email_taken", field: "email" });
    expect((await find(person.email))?.siteRoles).toEqual([]);
  });

  it("is not for administrators of the site", async () => {
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    await expect(createAdministrator(services, administrator, input)).rejects.toThrow("error_not_allowed");
  });
});

describe("what other features may ask", () => {
  it("finds people by id in one question, and tells no address", async () => {
    const [one, two] = [await makePerson(services), await makePerson(services)];
    const gone = "01930000-0000-7000-8000-000000000000";
    const found = await peopleByIds(services.db, [one.id, two.id, one.id, gone]);
    expect([...found.keys()].sort()).toEqual([one.id, two.id].sort());
    expect(found.get(one.id)).toEqual({ id: one.id, name: one.name, schoolId: null });
    expect((await peopleByIds(services.db, [])).size).toBe(0);
  });

  it("writes only to confirmed addresses", async () => {
    const person = await makePerson(services, { locale: "fr" });
    expect(await mailAddressOf(services.db, person.id)).toEqual({
      name: person.name,
      email: person.email,
      locale: "fr",
    });
    const waiting = {
      name: "W",
      email: "unproved@example.org",
      password: PASSWORD,
      locale: "en",
      addressGroup: "203.0.113.3",
    };
    await signUp(services, visitor, waiting);
    expect(await mailAddressOf(services.db, (await find(waiting.email))!.id)).toBeNull();
  });

  it("keeps where a person teaches", async () => {
    const person = await makePerson(services);
    const [school] = await services.db
      .insert(schools)
      .values({ country: "GB", name: "Larkfields School", latitude: 53, longitude: -1 })
      .returning();
    await transaction(services.db, (tx) => setPersonSchool(tx, person.id, school!.id));
    expect((await find(person.email))?.schoolId).toBe(school!.id);
  });
});
