import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { signInWithPasskey } from "~/features/accounts/operations/sign-in-with-passkey.server";
import { makeChallenge } from "~/features/accounts/passkey-challenges.server";
import { visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, passkeys, people, rateLimits, sessions } from "~db/schema";
import { Authenticator } from "../../factories/passkeys";
import { makePerson, PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";
import { asking, givePasskey, signInBy } from "./passkeys";

let at: House;
let services: Services;
let url: string;
beforeAll(async () => {
  at = await house();
  services = at.services;
  url = (await site()).url;
});

const sessionsOf = (personId: string) =>
  services.db.select().from(sessions).where(eq(sessions.personId, personId));
const forgetTries = () => services.db.delete(rateLimits);
async function made(counts = true) {
  const person = await makePerson(services);
  return { person, ...(await givePasskey(services, person, url, counts)) };
}
const REFUSED = "This passkey does not open an account here";

describe("signing in by a passkey alone", () => {
  it("opens a session, leads on, writes down the use, and is told where the browser is new", async () => {
    const { person, authenticator } = await made();
    const entered = await signInBy(url, authenticator);
    expect([entered.status, entered.location]).toEqual([302, "/packs"]);
    expect(await sessionsOf(person.id)).toHaveLength(1);
    const [row] = await services.db.select().from(passkeys).where(eq(passkeys.personId, person.id));
    expect(row?.counter).toBe(1);
    expect(row?.usedAt).toBeInstanceOf(Date);
    await signInBy(url, authenticator);
    await at.runJobs();
    const letters = (await at.mails()).filter(({ recipient }) => recipient === person.email);
    expect(letters.some(({ subject }) => /browser/i.test(subject))).toBe(true);
  });

  it("leads nowhere else", async () => {
    const { authenticator } = await made();
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
      const { options, send } = await asking(url);
      expect((await send(authenticator.get(options), next)).location).toBe("/");
    }
  });

  it("takes an answer once, of fifty at once", async () => {
    const { person, authenticator } = await made(false);
    const { browser, options } = await asking(url);
    const answer = authenticator.get(options);
    const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const siteServices = { ...services, config: { ...services.config, appUrl: url } };
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        signInWithPasskey(siteServices, visitor, {
          ...{ answer, secondStep: false, addressGroup: `group-${n}`, cookies },
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
    await forgetTries();
    expect((await sessionsOf(person.id)).length).toBe(1);
    const { send } = await asking(url, browser);
    expect((await send(answer)).status).toBe(422);
    expect(await sessionsOf(person.id)).toHaveLength(1);
  });

  it("refuses the answer in another browser, and to a challenge that is over or for something else", async () => {
    const { person, authenticator } = await made();
    const { options } = await asking(url);
    const stranger = await asking(url);
    expect((await stranger.send(authenticator.get(options))).status).toBe(422);
    const { browser, send } = await asking(url);
    const cookies = `staffroom_passkey=${browser.jar.get("staffroom_passkey")}`;
    const wanted = { db: services.db, appUrl: url, cookies };
    const forAdding = await makeChallenge(wanted, `add:${person.id}`, "x");
    const quoted = Buffer.from(forAdding.challenge).toString("base64url");
    expect((await send(authenticator.get({ challenge: quoted }))).status).toBe(422);
    expect((await send(authenticator.get({ challenge: "bWFkZSB1cA" }))).status).toBe(422);
    expect(await sessionsOf(person.id)).toEqual([]);
    await forgetTries();
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["another port", { origin: "http://localhost:1" }],
    ["another site's id", { rpId: "evil.example" }],
    ["no verified user", { verified: false }],
    ["the answer of a making", { type: "webauthn.create" }],
    ["somebody else's handle", { userHandle: "c29tZWJvZHkgZWxzZQ" }],
    ["an unknown passkey", { credentialId: "dW5rbm93bg" }],
  ])("refuses %s, in the same words", async (_what, mischief) => {
    const { person, authenticator } = await made();
    const refused = await signInBy(url, authenticator, mischief);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(REFUSED);
    expect(await sessionsOf(person.id)).toEqual([]);
    await forgetTries();
  });

  it("refuses a passkey under the name of another person's", async () => {
    const { person } = await made();
    const thief = new Authenticator(url);
    const [row] = await services.db.select().from(passkeys).where(eq(passkeys.personId, person.id));
    const mischief = { credentialId: row!.credentialId, userHandle: row!.userHandle };
    expect((await signInBy(url, thief, mischief)).status).toBe(422);
    expect(await sessionsOf(person.id)).toEqual([]);
    await forgetTries();
  });

  it("refuses a counter that stands still or goes back, and writes that down", async () => {
    const { person, authenticator } = await made();
    expect((await signInBy(url, authenticator, { counter: 7 })).status).toBe(302);
    for (const counter of [7, 6, 0]) {
      const refused = await signInBy(url, authenticator, { counter });
      expect(refused.status).toBe(422);
    }
    const acts = await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, person.id));
    expect(acts.filter(({ act }) => act === "passkey counter went back")).toHaveLength(3);
    expect((await signInBy(url, authenticator, { counter: 8 })).status).toBe(302);
    await forgetTries();
  });

  it("refuses whose address is not confirmed", async () => {
    const { person, authenticator } = await made();
    await services.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, person.id));
    const refused = await signInBy(url, authenticator);
    expect([refused.status, refused.body.includes(REFUSED)]).toEqual([422, true]);
    await forgetTries();
  });

  it("refuses the eleventh try with one passkey, known or not", async () => {
    await forgetTries();
    const { authenticator } = await made();
    for (let n = 0; n < 10; n++) await signInBy(url, authenticator, { verified: false });
    const last = await signInBy(url, authenticator);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("Retry-After"))).toBeGreaterThan(0);
    await forgetTries();
  });

  it("survives whatever is posted, and takes no answer with a flipped bit", async () => {
    const { person, authenticator } = await made(false);
    const { browser, options } = await asking(url);
    const honest = JSON.parse(authenticator.get(options));
    const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const siteServices = { ...services, config: { ...services.config, appUrl: url } };
    let group = 0;
    const attempt = (answer: string) =>
      signInWithPasskey(siteServices, visitor, {
        ...{ answer, secondStep: false, addressGroup: `odd-${group++}`, cookies },
      });
    const part = fc.constantFrom("clientDataJSON", "authenticatorData", "signature");
    await fc.assert(
      fc.asyncProperty(part, fc.nat(), fc.integer({ min: 0, max: 7 }), async (name, place, bit) => {
        await forgetTries();
        const bytes = Buffer.from(honest.response[name], "base64url");
        const places = name === "signature" ? numbersIn(bytes) : [...bytes.keys()];
        bytes[places[place % places.length]!]! ^= 1 << bit;
        const response = { ...honest.response, [name]: bytes.toString("base64url") };
        await expect(attempt(JSON.stringify({ ...honest, response }))).rejects.toThrow(
          "accounts_passkey_refused",
        );
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (answer) => {
        await forgetTries();
        await expect(attempt(answer)).rejects.toThrow("accounts_passkey_refused");
      }),
      { numRuns: 50 },
    );
    expect(await sessionsOf(person.id)).toEqual([]);
    await forgetTries();
    expect((await attempt(JSON.stringify(honest))).setCookies.length).toBeGreaterThan(0);
  });
});

/**
 * Where the two numbers of an ECDSA signature stand. Around them are tags and lengths of DER, which readers may take loosely:
 * another wrapping of the same numbers proves the same.
 */
function numbersIn(signature: Buffer): number[] {
  const first = signature[3]!;
  const second = signature[5 + first]!;
  return [
    ...Array.from({ length: first }, (_, at) => 4 + at),
    ...Array.from({ length: second }, (_, at) => 6 + first + at),
  ];
}

describe("as the second step", () => {
  async function owing(email: string) {
    const browser = httpBrowser(url);
    await browser.post("/sign-in", { email, password: PASSWORD, next: "/packs" });
    return asking(url, browser, "?step=second");
  }

  it("names the person's passkeys to who gave the password, and to nobody else", async () => {
    const { person, authenticator } = await made();
    const { options, send } = await owing(person.email);
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([
      authenticator.credentialId.toString("base64url"),
    ]);
    const stranger = await asking(url, httpBrowser(url), "?step=second");
    expect(stranger.options.allowCredentials ?? []).toEqual([]);
    expect((await send(authenticator.get(options))).location).toBe("/packs");
    expect(await sessionsOf(person.id)).toHaveLength(1);
  });

  it("takes no passkey of somebody else", async () => {
    const { person } = await made();
    const other = await made();
    const { options, send } = await owing(person.email);
    const refused = await send(other.authenticator.get(options));
    expect([refused.status, refused.body.includes(REFUSED)]).toEqual([422, true]);
    expect([...(await sessionsOf(person.id)), ...(await sessionsOf(other.person.id))]).toEqual([]);
    await forgetTries();
  });

  it("is over when the ten minutes are", async () => {
    const { person, authenticator } = await made();
    const { options, send } = await owing(person.email);
    await services.db.execute(sql`update pending_sign_ins set expires_at = now() - interval '1 second'`);
    const answer = await send(authenticator.get(options));
    expect(answer.location).toBe("/sign-in");
    expect(await sessionsOf(person.id)).toEqual([]);
    await forgetTries();
  });
});

it("asks for no challenge from another site, and shows no page for it", async () => {
  const browser = httpBrowser(url);
  expect((await browser.post("/sign-in/challenge", {}, { Origin: "https://evil.example" })).status).toBe(403);
  expect((await browser.get("/sign-in/challenge")).location).toBe("/sign-in");
});
