import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addPasskey } from "~/features/accounts/operations/add-passkey.server";
import { beginSecondFactor } from "~/features/accounts/operations/begin-second-factor.server";
import { removePasskey } from "~/features/accounts/operations/remove-passkey.server";
import { renamePasskey } from "~/features/accounts/operations/rename-passkey.server";
import { resetSecondFactor } from "~/features/accounts/operations/reset-second-factor.server";
import { passkeysPossible } from "~/features/accounts/passkey-ceremonies.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { setSecondFactorRequired } from "~/platform/sessions/roles-wait.server";
import { readSession } from "~/platform/sessions/sessions.server";
import { auditEntries, passkeys, people, recoveryCodes, sessions, spentChallenges } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { Authenticator } from "../../factories/passkeys";
import { makePerson, PASSWORD } from "../../factories/people";
import { codeOf, giveSecondFactor, letTimePass } from "../../factories/second-factors";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";
import { begun, givePasskey, signInBy } from "./passkeys";
import { tokenIn } from "./post";

let at: House;
let services: Services;
let url: string;
beforeAll(async () => {
  at = await house();
  services = at.services;
  url = (await site()).url;
});

const rowsOf = (personId: string) =>
  services.db.select().from(passkeys).where(eq(passkeys.personId, personId));
const codesOf = (personId: string) =>
  services.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, personId));
const sessionsOf = (personId: string) =>
  services.db.select().from(sessions).where(eq(sessions.personId, personId));
const actsOn = async (personId: string) =>
  (await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, personId))).map(
    ({ act }) => act,
  );
const mailsTo = async (email: string) => {
  await at.runJobs();
  return (await at.mails()).filter(({ recipient }) => recipient === email);
};
async function made(counts = true) {
  const person = await makePerson(services);
  return { person, ...(await givePasskey(services, person, url, counts)) };
}
const browserWithPassword = async (email: string, next = "/") => {
  const browser = httpBrowser(url);
  return { browser, answer: await browser.post("/sign-in", { email, password: PASSWORD, next }) };
};

describe("adding", () => {
  it("gives ten recovery codes with the first, none with the next, and tells by letter", async () => {
    const { person, recoveryCodes: codes } = await made();
    expect(codes).toHaveLength(10);
    expect((await givePasskey(services, person, url)).recoveryCodes).toBeNull();
    expect(await codesOf(person.id)).toHaveLength(10);
    const rows = await rowsOf(person.id);
    expect(new Set(rows.map(({ userHandle }) => userHandle)).size).toBe(1);
    expect(rows[0]).toMatchObject({ name: "Phone", counter: 0, backedUp: false, transports: ["internal"] });
    expect(Buffer.from(rows[0]!.userHandle, "base64url").length).toBe(32);
    expect(await actsOn(person.id)).toEqual(["passkey added", "passkey added"]);
    const mails = await mailsTo(person.email);
    expect(mails.map(({ subject }) => subject)).toEqual(
      Array(2).fill("The second step of your account changed"),
    );
    expect(mails[0]?.text).toContain("A passkey was added");
  });

  it("asks for the password, and for the code where there is an app", async () => {
    const person = await makePerson(services);
    const { browser } = await browserWithPassword(person.email);
    const page = "/settings/passkeys";
    const wrong = await browser.post(page, { intent: "begin", currentPassword: "a wrong guess" });
    expect(wrong.status).toBe(422);
    const right = await browser.post(page, { intent: "begin", currentPassword: PASSWORD });
    expect(right.status).toBe(200);
    expect(right.body).toContain("excludeCredentials");
    expect(right.headers.get("Cache-Control")).toContain("no-store");
    await giveSecondFactor(services, person);
    await expect(begun(services, person, "000000")).rejects.toThrow("accounts_code_wrong");
    const { options } = await begun(services, person, await codeOf(services, person.id));
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: "required",
      userVerification: "required",
    });
  });

  it("takes an answer once, of twenty at once, and keeps to ten passkeys", async () => {
    const person = await makePerson(services);
    const { options, cookies } = await begun(services, person);
    const answer = new Authenticator(url).create(options, { origin: services.config.appUrl });
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => addPasskey(services, person, { name: "One", answer, cookies })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await rowsOf(person.id)).toHaveLength(1);
    const more: Awaited<ReturnType<typeof begun>>[] = [];
    for (let n = 0; n < 12; n++) more.push(await begun(services, person));
    const added = await Promise.allSettled(
      more.map(({ options: o, cookies: c }) =>
        addPasskey(services, person, {
          name: "More",
          answer: new Authenticator(url).create(o, { origin: services.config.appUrl }),
          cookies: c,
        }),
      ),
    );
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(9);
    expect(await rowsOf(person.id)).toHaveLength(10);
    await expect(begun(services, person)).rejects.toThrow("accounts_passkey_many");
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["another site's id", { rpId: "evil.example" }],
    ["no verified user", { verified: false }],
    ["the answer of a use", { type: "webauthn.get" }],
    ["another site's frame", { crossOrigin: true, origin: "https://evil.example" }],
  ])("refuses %s", async (_what, mischief) => {
    const person = await makePerson(services);
    const { options, cookies } = await begun(services, person);
    const answer = new Authenticator(url).create(options, { origin: services.config.appUrl, ...mischief });
    const input = { name: "No", answer, cookies };
    await expect(addPasskey(services, person, input)).rejects.toThrow("accounts_passkey_over");
    expect(await rowsOf(person.id)).toEqual([]);
  });

  it("refuses another browser, another person, what is no answer, and a visitor", async () => {
    const person = await makePerson(services);
    const other = await makePerson(services);
    const { options, cookies } = await begun(services, person);
    const answer = new Authenticator(url).create(options, { origin: services.config.appUrl });
    const theirs = await begun(services, other);
    const refused = [
      addPasskey(services, person, { name: "x", answer, cookies: null }),
      addPasskey(services, person, { name: "x", answer, cookies: theirs.cookies }),
      addPasskey(services, other, { name: "x", answer, cookies }),
      ...["", "{}", "null", "[".repeat(10_000), '{"id":"x"}'].map((odd) =>
        addPasskey(services, person, { name: "x", answer: odd, cookies }),
      ),
    ];
    for (const each of refused) await expect(each).rejects.toThrow("accounts_passkey_over");
    const asVisitor = addPasskey(services, visitor, { name: "x", answer, cookies });
    await expect(asVisitor).rejects.toThrow(NotAllowed);
  });

  it("does not take a passkey that somebody else has", async () => {
    const { authenticator } = await made();
    const thief = await makePerson(services);
    const { options, cookies } = await begun(services, thief);
    const answer = authenticator.create(options, { origin: services.config.appUrl });
    await expect(addPasskey(services, thief, { name: "x", answer, cookies })).rejects.toThrow(
      "accounts_passkey_already",
    );
  });
});

describe("renaming and removing", () => {
  it("is for the owner alone", async () => {
    const { person } = await made();
    const other = await makePerson(services);
    const [row] = await rowsOf(person.id);
    const passkeyId = row!.id;
    await expect(renamePasskey(services, other, { passkeyId, name: "Mine" })).rejects.toThrow(NotFound);
    const input = { passkeyId, currentPassword: PASSWORD };
    await expect(removePasskey(services, other, input)).rejects.toThrow(NotFound);
    await expect(removePasskey(services, visitor, input)).rejects.toThrow(NotAllowed);
    await expect(removePasskey(services, person, { ...input, passkeyId: "x" })).rejects.toThrow(NotFound);
    const { browser } = await browserWithPassword(other.email);
    expect((await browser.get(`/settings/passkeys/${passkeyId}`)).status).toBe(404);
    await renamePasskey(services, person, { passkeyId, name: "ទូរស័ព្ទ" });
    expect((await rowsOf(person.id))[0]?.name).toBe("ទូរស័ព្ទ");
  });

  it("asks for the password, ends no session, and takes the codes along with the last second factor", async () => {
    const { person, authenticator } = await made();
    expect((await signInBy(url, authenticator)).location).toBe("/packs");
    const [row] = await rowsOf(person.id);
    const input = { passkeyId: row!.id, currentPassword: PASSWORD };
    await expect(removePasskey(services, person, { ...input, currentPassword: "wrong" })).rejects.toThrow(
      "accounts_current_wrong",
    );
    const twice = [removePasskey(services, person, input), removePasskey(services, person, input)];
    const ended = await Promise.allSettled(twice);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await codesOf(person.id)).toEqual([]);
    expect(await sessionsOf(person.id)).toHaveLength(1);
    expect((await mailsTo(person.email)).some(({ text }) => text.includes("was removed"))).toBe(true);
    expect((await signInBy(url, authenticator)).status).toBe(422);
    expect((await browserWithPassword(person.email, "/packs")).answer.location).toBe("/packs");
  });

  it("keeps the codes while there is an app", async () => {
    const person = await makePerson(services);
    await giveSecondFactor(services, person);
    const { options, cookies } = await begun(services, person, await codeOf(services, person.id));
    const answer = new Authenticator(url).create(options, { origin: services.config.appUrl });
    const added = await addPasskey(services, person, { name: "Phone", answer, cookies });
    expect(added.recoveryCodes).toBeNull();
    const [row] = await rowsOf(person.id);
    await removePasskey(services, person, { passkeyId: row!.id, currentPassword: PASSWORD });
    expect(await codesOf(person.id)).toHaveLength(10);
  });
});

describe("as a second factor", () => {
  it("is asked for after the password, and a recovery code stands in", async () => {
    const { person, recoveryCodes: codes } = await made();
    const { browser, answer } = await browserWithPassword(person.email, "/packs");
    expect(answer.location).toBe("/sign-in/code?next=%2Fpacks");
    const page = await browser.get(answer.location!);
    expect(page.body).toContain("Now your passkey, or a recovery code");
    const entered = await browser.post(answer.location!, { code: codes![0]! });
    expect(entered.location).toBe("/packs");
  });

  it("is not gone round by an app that was begun and never confirmed", async () => {
    const { person } = await made();
    await beginSecondFactor(services, person);
    const { browser, answer } = await browserWithPassword(person.email);
    const tried = await browser.post(answer.location!, { code: await codeOf(services, person.id) });
    expect(tried.status).toBe(422);
    expect(await sessionsOf(person.id)).toEqual([]);
  });

  it("ends, with the first one, what came in by the password alone", async () => {
    const person = await makePerson(services);
    const { browser } = await browserWithPassword(person.email);
    expect((await browser.get("/settings/passkeys")).status).toBe(200);
    await givePasskey(services, person, url);
    expect((await browser.get("/settings/passkeys")).location).toContain("/sign-in?next=");
  });

  it("is not gone round by a new password", async () => {
    const { person } = await made();
    const browser = httpBrowser(url);
    await browser.post("/reset-password", { email: person.email });
    await at.runJobs();
    const mail = (await at.mails()).find(({ text }) => text.includes("/reset-password?token="));
    const token = tokenIn(mail!);
    const reset = await browser.post("/reset-password", { token, password: "a whole new password" });
    expect(reset.location).toMatch(/^\/sign-in\/code/);
    expect(await sessionsOf(person.id)).toEqual([]);
  });

  it("fulfils what the site asks of administrators, as long as it is there", async () => {
    const person = await makePerson(services, { siteRoles: ["administrator"] });
    await transaction(services.db, (tx) => setSecondFactorRequired(tx, true));
    const { authenticator } = await givePasskey(services, person, url);
    const browser = httpBrowser(url);
    await signInBy(url, authenticator, {}, browser);
    const who = async () => {
      const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
      return (await readSession({ db: services.db, appUrl: url }, cookies)).person;
    };
    expect((await who())?.rolesWait).toBe(false);
    const [row] = await rowsOf(person.id);
    await removePasskey(services, person, { passkeyId: row!.id, currentPassword: PASSWORD });
    expect((await who())?.rolesWait).toBe(true);
    await transaction(services.db, (tx) => setSecondFactorRequired(tx, false));
  });

  it("is taken away by whoever runs the site, with the app, and told by mail", async () => {
    const { person } = await made();
    await giveSecondFactor(services, person);
    await letTimePass(services, person.id);
    await resetSecondFactor(services, system, { email: person.email });
    expect(await rowsOf(person.id)).toEqual([]);
    expect(await codesOf(person.id)).toEqual([]);
    expect((await mailsTo(person.email)).some(({ text }) => text.includes("app and passkeys"))).toBe(true);
    expect((await browserWithPassword(person.email, "/packs")).answer.location).toBe("/packs");
  });

  it("makes new recovery codes for the password where there is no app", async () => {
    const { person, recoveryCodes: old } = await made();
    const browser = httpBrowser(url);
    const owing = await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
    await browser.post(owing.location!, { code: old![0]! });
    const page = await browser.post("/settings/passkeys", { intent: "renew", currentPassword: PASSWORD });
    expect(new Set(page.body.match(/class="code">[a-z2-9]{4}(-[a-z2-9]{4}){3}</g)).size).toBe(10);
    expect(page.body).not.toContain(old![1]);
  });
});

it("is possible only where browsers do it", () => {
  expect(
    [
      "https://staffroom.example",
      "http://localhost:3000",
      "http://staffroom.example",
      "https://127.0.0.1",
      "https://[::1]:1",
    ].map(passkeysPossible),
  ).toEqual([true, true, false, false, false]);
});

it("keeps nothing of a challenge that nobody answers, and forgets answered ones", async () => {
  const count = () => services.db.$count(spentChallenges);
  const before = await count();
  for (let n = 0; n < 5; n++) await httpBrowser(url).post("/sign-in/challenge", {});
  expect(await count()).toBe(before);
  const { authenticator } = await made();
  await signInBy(url, authenticator);
  expect(await count()).toBe(before + 2);
  await services.db.update(spentChallenges).set({ expiresAt: sql`now() - interval '1 second'` });
  const { removeOldChallenges } = await import("~/features/accounts/passkey-challenges.server");
  await removeOldChallenges(services.db);
  expect(await count()).toBe(0);
});

it("leaves nothing behind when its person goes", async () => {
  const { person } = await made();
  await services.db.delete(people).where(eq(people.id, person.id));
  expect(await rowsOf(person.id)).toEqual([]);
});
