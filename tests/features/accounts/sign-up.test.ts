import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { action } from "~/features/accounts/pages/sign-up.server";
import { visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { emailTokens, people } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";
import { post, tokenIn } from "./post";

let at: House;
let services: Services;
beforeAll(async () => {
  at = await house();
  services = at.services;
});

let address = 0;
const someone = (email: string, more: object = {}) => ({
  name: "Tom Beckett",
  email,
  password: PASSWORD,
  locale: "en",
  addressGroup: `198.51.100.${++address}`,
  ...more,
});

const find = async (email: string) =>
  (await services.db.select().from(people).where(eq(people.email, email)))[0];

const mailsTo = async (email: string) => (await at.mails()).filter(({ recipient }) => recipient === email);

describe("signing up", () => {
  it("makes an account that waits for its address, and writes to it after the request", async () => {
    await signUp(services, visitor, someone("new@example.org", { locale: "fr" }));
    const person = await find("new@example.org");
    expect(person).toMatchObject({ name: "Tom Beckett", emailVerifiedAt: null, siteRoles: [], locale: "fr" });
    expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await mailsTo("new@example.org")).toEqual([]);
    await at.runJobs();
    const [mail, ...others] = await mailsTo("new@example.org");
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Confirmez votre adresse");
    expect(mail?.text).toContain("http://localhost:3000/verify?token=");
  });

  it("refuses a password that is guessed first, at its field", async () => {
    const input = someone("weak@example.org", { password: "password123" });
    await expect(signUp(services, visitor, input)).rejects.toMatchObject({
      code: "accounts_password_common",
      field: "password",
    });
    expect(await find("weak@example.org")).toBeUndefined();
  });

  it("leaves an account in use alone and tells its owner", async () => {
    const owner = await makePerson(services, { email: "owner@example.org", name: "Real Owner" });
    const before = await find(owner.email);
    await signUp(
      services,
      visitor,
      someone(owner.email, { name: "Somebody Else", password: "another password" }),
    );
    await at.runJobs();
    expect(await find(owner.email)).toEqual(before);
    const [mail] = await mailsTo(owner.email);
    expect(mail?.subject).toBe("You already have an account");
    expect(mail?.text).not.toContain("Somebody Else");
    expect(mail?.text).not.toContain("token");
  });

  it("replaces an account nobody has confirmed, and its older link dies", async () => {
    await signUp(services, visitor, someone("twice@example.org", { name: "First" }));
    await at.runJobs();
    const first = await find("twice@example.org");
    await signUp(
      services,
      visitor,
      someone("twice@example.org", { name: "Second", password: "another password" }),
    );
    expect(await services.db.select().from(emailTokens).where(eq(emailTokens.personId, first!.id))).toEqual(
      [],
    );
    const second = await find("twice@example.org");
    expect(second).toMatchObject({ id: first?.id, name: "Second" });
    expect(second?.passwordHash).not.toBe(first?.passwordHash);
  });

  it("keeps tokens out of jobs and stores only their hash", async () => {
    await signUp(services, visitor, someone("token@example.org"));
    const { rows } = await services.pool.query("select payload::text from graphile_worker._private_jobs");
    expect(JSON.stringify(rows)).not.toContain("token@example.org");
    await at.runJobs();
    const token = tokenIn((await mailsTo("token@example.org"))[0]);
    expect(token).toHaveLength(43);
    const stored = await services.db.select().from(emailTokens);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it("writes at most five letters an hour to an address that nobody has confirmed, and says nothing of it", async () => {
    for (let time = 0; time < 7; time++) await signUp(services, visitor, someone("flood@example.org"));
    await at.runJobs();
    expect(await mailsTo("flood@example.org")).toHaveLength(5);
  });

  it("makes one account of nine at once", async () => {
    const inputs = Array.from({ length: 9 }, () => someone("crowd@example.org"));
    await Promise.all(inputs.map((input) => signUp(services, visitor, input)));
    expect(await services.db.select().from(people).where(eq(people.email, "crowd@example.org"))).toHaveLength(
      1,
    );
  });
});

describe("the sign-up form", () => {
  const fields = { name: "Tom Beckett", password: PASSWORD, next: "/networks/leeds" };

  it("answers the same for an address that is new, that waits and that is in use", async () => {
    const owner = await makePerson(services);
    const answers = [];
    for (const email of ["form-new@example.org", "form-new@example.org", owner.email]) {
      const addressGroup = `192.0.2.${++address}`;
      const answer = await post(services, action, { ...fields, email }, { addressGroup });
      // The cookie's value is different each time; its shape is not.
      answers.push({
        ...answer,
        cookies: answer.cookies.map((cookie) => cookie.replace(/=[\w-]{43}\./, "=….")),
      });
    }
    expect(answers[0]).toMatchObject({ status: 302, location: "/sign-up?done=sent" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("signs nobody in", async () => {
    const answer = await post(
      services,
      action,
      { ...fields, email: "not-yet@example.org" },
      { addressGroup: "192.0.2.99" },
    );
    expect(answer.cookies.join()).not.toContain("staffroom_session");
  });

  it("gives back what was typed but the password, with each mistake at its field", async () => {
    const answer = await post(services, action, {
      name: "",
      email: "tom@",
      password: "short secret".slice(0, 5),
    });
    expect(answer.status).toBe(422);
    const { errors, values } = JSON.parse(answer.body);
    expect(Object.keys(errors).sort()).toEqual(["email", "name", "password"]);
    expect(values).toEqual({ name: "", email: "tom@" });
  });

  it("takes no roles", async () => {
    const email = "smuggler@example.org";
    const smuggled = { siteRoles: "administrator", emailVerifiedAt: "2020-01-01", schoolId: "x" };
    await post(services, action, { ...fields, ...smuggled, email }, { addressGroup: "192.0.2.98" });
    expect(await find(email)).toMatchObject({ siteRoles: [], emailVerifiedAt: null, schoolId: null });
  });
});
