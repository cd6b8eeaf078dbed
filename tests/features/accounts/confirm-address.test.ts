import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmAddress } from "~/features/accounts/operations/confirm-address.server";
import { signUp } from "~/features/accounts/operations/sign-up.server";
import { keepSignUp } from "~/features/accounts/pages/sign-up-cookie.server";
import { action, loader } from "~/features/accounts/pages/verify.server";
import { visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, emailTokens, people, sessions } from "~db/schema";
import { PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";
import { asCookies, contextFor, post, tokenIn } from "./post";

let at: House;
let services: Services;
beforeAll(async () => {
  at = await house();
  services = at.services;
});

let number = 0;

/** Somebody who signed up: their address, the token in their mail and the proof in their browser. */
async function signedUp(email = `confirm-${++number}@example.org`) {
  const input = {
    name: "Priya Raman",
    email,
    password: PASSWORD,
    locale: "en",
    addressGroup: `198.51.100.${++number}`,
  };
  const { proof } = await signUp(services, visitor, input);
  await at.runJobs();
  const mail = (await at.mails()).find(({ recipient }) => recipient === email);
  return { email, proof, token: tokenIn(mail) };
}

const confirm = (input: { token: string; proof?: string | null; password?: string }) =>
  confirmAddress(services, visitor, {
    proof: null,
    password: "",
    addressGroup: `203.0.113.${++number}`,
    cookies: null,
    ...input,
  });

const find = async (email: string) =>
  (await services.db.select().from(people).where(eq(people.email, email)))[0];

describe("confirming an address", () => {
  it("takes one press in the browser that signed up, and signs in", async () => {
    const { email, proof, token } = await signedUp();
    const { setCookie } = await confirm({ token, proof });
    const person = await find(email);
    expect(person?.emailVerifiedAt).toBeInstanceOf(Date);
    expect(setCookie).toContain("staffroom_session=");
    expect(await services.db.select().from(sessions).where(eq(sessions.personId, person!.id))).toHaveLength(
      1,
    );
    const trail = await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, person!.id));
    expect(trail.map(({ act }) => act)).toEqual(["address confirmed"]);
  });

  it("asks any other browser for the password, so that nobody opens an account a stranger prepared", async () => {
    const { email, token } = await signedUp();
    await expect(confirm({ token })).rejects.toMatchObject({
      code: "accounts_password_missing",
      field: "password",
    });
    const wrong = confirm({ token, password: "not the one", proof: "A".repeat(43) });
    await expect(wrong).rejects.toMatchObject({ code: "accounts_verify_password_wrong", field: "password" });
    expect((await find(email))?.emailVerifiedAt).toBeNull();
    await confirm({ token, password: PASSWORD });
    expect((await find(email))?.emailVerifiedAt).not.toBeNull();
  });

  it("does not open what somebody else signed up for meanwhile", async () => {
    const mine = await signedUp();
    const theirs = await signedUp(mine.email);
    await expect(confirm({ token: mine.token, proof: mine.proof })).rejects.toThrow("accounts_link_over");
    await expect(confirm({ token: theirs.token, proof: mine.proof })).rejects.toThrow(
      "accounts_password_missing",
    );
  });

  it("works once, of twenty at once", async () => {
    const { proof, token } = await signedUp();
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => confirm({ token, proof })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of all) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "accounts_link_over" });
    }
    await expect(confirm({ token, proof })).rejects.toThrow("accounts_link_over");
  });

  it("lets the person's other links die", async () => {
    const { email, proof, token } = await signedUp();
    const person = await find(email);
    await services.db.insert(emailTokens).values({
      id: `other-${email}`,
      personId: person!.id,
      purpose: "verify",
      expiresAt: new Date(Date.now() + 1e6),
    });
    await confirm({ token, proof });
    expect(await services.db.select().from(emailTokens).where(eq(emailTokens.personId, person!.id))).toEqual(
      [],
    );
  });

  it("ends a day after the mail, and a reset link is no confirmation", async () => {
    const late = await signedUp();
    await services.db.update(emailTokens).set({ expiresAt: sql`now() - interval '1 second'` });
    await expect(confirm(late)).rejects.toThrow("accounts_link_over");
    const other = await signedUp();
    await services.db.update(emailTokens).set({ purpose: "reset" });
    await expect(confirm(other)).rejects.toThrow("accounts_link_over");
    await expect(confirm({ token: "", proof: other.proof })).rejects.toThrow("accounts_link_over");
  });

  it("bounds guesses at the password", async () => {
    const { token } = await signedUp();
    for (let i = 0; i < 10; i++)
      await expect(confirm({ token, password: "a wrong guess" })).rejects.toThrow("wrong");
    await expect(confirm({ token, password: PASSWORD })).rejects.toThrow("error_too_fast");
  });
});

describe("the page of the link", () => {
  const open = (token: string, cookies = "") => {
    const request = new Request(`http://localhost:3000/verify?token=${token}`, {
      headers: { Cookie: cookies },
    });
    return loader({ request, params: {}, context: contextFor(services) });
  };

  it("changes nothing when it is opened", async () => {
    const { email, proof, token } = await signedUp();
    const cookies = asCookies([keepSignUp({ proof, next: "/" }, services.config.appUrl)]);
    expect(await open(token, cookies)).toMatchObject({ state: "same browser", name: "Priya Raman" });
    expect(await open(token)).toMatchObject({ state: "other browser" });
    expect((await find(email))?.emailVerifiedAt).toBeNull();
    expect(await open("unknown")).toEqual({ state: "over" });
  });

  it("leads on to where the reader wanted to go, and forgets the sign-up", async () => {
    const { proof, token } = await signedUp();
    const cookies = asCookies([keepSignUp({ proof, next: "/join/abc?x=1" }, services.config.appUrl)]);
    const answer = await post(services, action, { token }, { cookies, addressGroup: "192.0.2.7" });
    expect(answer).toMatchObject({ status: 302, location: "/join/abc?x=1" });
    expect(answer.cookies.join("\n")).toContain("staffroom_sign_up=; Path=/; Max-Age=0");
  });

  it("follows no address of another site, whatever the cookie says", async () => {
    const { proof, token } = await signedUp();
    const cookies = `staffroom_sign_up=${proof}.${Buffer.from("//evil.example").toString("base64url")}`;
    const answer = await post(services, action, { token }, { cookies, addressGroup: "192.0.2.8" });
    expect(answer.location).toBe("/");
  });
});
