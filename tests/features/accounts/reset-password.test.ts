import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { askForReset } from "~/features/accounts/operations/ask-for-reset.server";
import { resetPassword } from "~/features/accounts/operations/reset-password.server";
import { signIn } from "~/features/accounts/operations/sign-in.server";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { action } from "~/features/accounts/pages/reset-password.server";
import { visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { emailTokens, people, sessions } from "~db/schema";
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
const elsewhere = () => `198.51.100.${++address}`;
const NEW = "a wholly new secret";

const ask = (email: string, addressGroup = elsewhere()) =>
  askForReset(services, visitor, { email, addressGroup });
const reset = (token: string, password = NEW) =>
  resetPassword(services, visitor, { token, password, cookies: null });
const enter = (email: string, password: string) =>
  signIn(services, visitor, { email, password, addressGroup: elsewhere(), cookies: null });

const mailsTo = async (email: string) => (await at.mails()).filter(({ recipient }) => recipient === email);

async function tokenFor(email: string): Promise<string> {
  await ask(email);
  await at.runJobs();
  return tokenIn((await mailsTo(email)).find(({ text }) => text.includes("/reset-password?")));
}

describe("asking for a new password", () => {
  it("writes to the person, and to nobody where there is none", async () => {
    const person = await makePerson(services);
    await ask(person.email);
    await ask("nobody@example.org");
    await at.runJobs();
    const [mail] = await mailsTo(person.email);
    expect(mail?.text).toContain("http://localhost:3000/reset-password?token=");
    expect(await mailsTo("nobody@example.org")).toEqual([]);
  });

  it("answers the same and leaves the same behind whether or not there is an account", async () => {
    const person = await makePerson(services);
    await at.runJobs();
    const seen = [];
    for (const email of [person.email, "no-account@example.org"]) {
      const answer = await post(services, action, { email }, { addressGroup: elsewhere() });
      const { rows } = await services.pool.query(
        "select payload->'fact'->>'kind' as kind from graphile_worker._private_jobs",
      );
      seen.push({ answer, jobs: rows });
      await at.runJobs();
    }
    expect(seen[0]).toMatchObject({ answer: { status: 302, location: "/reset-password?done=sent" } });
    expect(seen[0]?.jobs).toHaveLength(1);
    expect(seen[1]).toEqual(seen[0]);
  });

  it("is bounded by account and by address, at twenty tries at once", async () => {
    const person = await makePerson(services);
    const byAccount = await Promise.allSettled(Array.from({ length: 20 }, () => ask(person.email)));
    expect(byAccount.filter(({ status }) => status === "rejected")).toHaveLength(10);
    const shared = elsewhere();
    const byAddress = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => ask(`many-${i}@example.org`, shared)),
    );
    expect(byAddress.filter(({ status }) => status === "rejected")).toHaveLength(10);
    await at.runJobs();
    expect(await mailsTo(person.email)).toHaveLength(5);
  });
});

describe("setting a new password", () => {
  it("ends every session, signs this browser in, and tells the person", async () => {
    const person = await makePerson(services);
    await enter(person.email, PASSWORD);
    await enter(person.email, PASSWORD);
    const { setCookie } = await reset(await tokenFor(person.email));
    expect(setCookie).toContain("staffroom_session=");
    expect(await services.db.select().from(sessions).where(eq(sessions.personId, person.id))).toHaveLength(1);
    await expect(enter(person.email, PASSWORD)).rejects.toThrow("refused");
    await expect(enter(person.email, NEW)).resolves.toBeDefined();
    await at.runJobs();
    expect((await mailsTo(person.email)).map(({ subject }) => subject)).toContain(
      "Your password was changed",
    );
  });

  it("works once, of twenty at once, and takes the person's other links along", async () => {
    const person = await makePerson(services);
    const older = await tokenFor(person.email);
    const token = await tokenFor(person.email);
    expect(token).not.toBe(older);
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => reset(token)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const used of [token, older]) await expect(reset(used)).rejects.toThrow("accounts_link_over");
  });

  it("ends an hour after the mail", async () => {
    const person = await makePerson(services);
    const token = await tokenFor(person.email);
    const [row] = await services.db.select().from(emailTokens).where(eq(emailTokens.personId, person.id));
    const minutes = (row!.expiresAt.getTime() - row!.createdAt.getTime()) / 60_000;
    expect(minutes).toBeCloseTo(60, 0);
    await services.db.update(emailTokens).set({ expiresAt: sql`now() - interval '1 second'` });
    await expect(reset(token)).rejects.toThrow("accounts_link_over");
  });

  it("does not spend the link on a password that is no good", async () => {
    const person = await makePerson(services);
    const token = await tokenFor(person.email);
    await expect(reset(token, person.email)).rejects.toMatchObject({
      code: "accounts_password_own",
      field: "password",
    });
    await expect(reset(token)).resolves.toBeDefined();
  });

  it("lets an owner in whom somebody else kept out by guessing", async () => {
    const person = await makePerson(services);
    for (let i = 0; i < 11; i++) await expect(enter(person.email, "a wrong guess")).rejects.toThrow();
    await reset(await tokenFor(person.email));
    await expect(enter(person.email, NEW)).resolves.toBeDefined();
  });

  it("confirms an address that was not, for the mail proves it", async () => {
    const email = "unconfirmed@example.org";
    const input = { name: "Una", email, password: PASSWORD, locale: "en", addressGroup: elsewhere() };
    await signUp(services, visitor, input);
    await reset(await tokenFor(email));
    const [person] = await services.db.select().from(people).where(eq(people.email, email));
    expect(person?.emailVerifiedAt).not.toBeNull();
    await expect(enter(email, NEW)).resolves.toBeDefined();
  });

  it("posts to one page whether it asks or sets", async () => {
    const person = await makePerson(services);
    const token = await tokenFor(person.email);
    const short = await post(services, action, { token, password: "short" });
    expect(short.status).toBe(422);
    expect(short.body).not.toContain(token);
    const answer = await post(services, action, { token, password: NEW });
    expect(answer).toMatchObject({ status: 302, location: "/settings?done=password" });
  });
});
