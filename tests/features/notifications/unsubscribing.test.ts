import { request } from "node:http";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { mailedKinds } from "~/features/notifications/kinds";
import { chooseMails } from "~/features/notifications/operations/choose-mails.server";
import { stopToken } from "~/features/notifications/stopping.server";
import { usualTimes } from "~/features/notifications/times";
import { readSigned, sign } from "~/platform/secrets/signed.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { notificationChoices } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";
import { type Site, site } from "../../support/site";

let at: House;
let services: Services;
let here: Site;

beforeAll(async () => {
  at = await house();
  services = at.services;
  here = await site();
});

const KIND = "networks.announced";

const choicesOf = async ({ id }: Person) =>
  Object.fromEntries(
    (await services.db.select().from(notificationChoices).where(eq(notificationChoices.personId, id))).map(
      ({ kind, choice }) => [kind, choice],
    ),
  );

/** Posts as a program does: no cookies, and the headers given. */
function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(form).toString();
  return new Promise<{ status: number; text: string; location: string | undefined }>((resolve, reject) => {
    const asked = request(`${here.url}${path}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": Buffer.byteLength(body),
        ...headers,
      },
    });
    asked.on("response", (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, text, location: answer.headers.location }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const pathFor = async (person: Person, kinds = [KIND]) =>
  `/unsubscribe/${await stopToken(services.db, { personId: person.id, kinds })}`;

const fromElsewhere = { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" };

describe("one click in a mail program", () => {
  it("turns that kind off without cookies and from another site, without a redirect, and twice is harmless", async () => {
    const person = await makePerson(services);
    const path = await pathFor(person);
    for (let n = 0; n < 2; n++) {
      const answer = await post(path, { "List-Unsubscribe": "One-Click" }, fromElsewhere);
      expect(answer).toMatchObject({ status: 200, location: undefined });
      expect(answer.text).toContain("These mails are turned off");
    }
    expect(await choicesOf(person)).toEqual({ [KIND]: "never" });
  });

  it("looking at the page changes nothing", async () => {
    const person = await makePerson(services);
    const answer = await fetch(`${here.url}${await pathFor(person)}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Announcements of your networks");
    expect(await choicesOf(person)).toEqual({});
  });

  it("can be undone: what was chosen before comes back, what was chosen since stays", async () => {
    const person = await makePerson(services);
    const choose = (choice: "weekly" | "daily") =>
      chooseMails(services, person, { choices: { [KIND]: choice }, times: usualTimes });
    await choose("weekly");
    const path = await pathFor(person, [KIND, "search.new-found"]);
    await post(path, {}, fromElsewhere);
    expect(await choicesOf(person)).toEqual({ [KIND]: "never", "search.new-found": "never" });
    const undone = await post(path, { intent: "undo" });
    expect(undone.text).toContain("These mails are on again");
    expect(await choicesOf(person)).toEqual({ [KIND]: "weekly" });
    await post(path, {});
    await choose("daily");
    await post(path, { intent: "undo" });
    expect(await choicesOf(person)).toEqual({ [KIND]: "daily" });
  });

  it("is nobody else's: a changed, a foreign and a made-up token are not found", async () => {
    const [person, other] = [await makePerson(services), await makePerson(services)];
    const path = await pathFor(person);
    const [head = "", signature = ""] = path.replace("/unsubscribe/", "").split(".");
    const forged = Buffer.from(`${other.id} ${KIND}`).toString("base64url");
    const foreign = sign("another house's secret", "stop mails", `${other.id} ${KIND}`);
    for (const token of [
      `${forged}.${signature}`,
      `${head}.`,
      head,
      foreign,
      `${head}.${signature}.x`,
      "x",
    ]) {
      expect((await post(`/unsubscribe/${token}`, {}, fromElsewhere)).status).toBe(404);
      expect((await fetch(`${here.url}/unsubscribe/${token}`)).status).toBe(404);
    }
    expect(await choicesOf(other)).toEqual({});
  });

  it("opens no other door: posts from other sites are refused everywhere else", async () => {
    for (const path of [
      "/settings/notifications",
      "/unsubscribe",
      "/unsubscribe/x/../../sign-out",
      "/notifications",
    ])
      expect((await post(path, {}, fromElsewhere)).status).toBe(403);
  });
});

describe("a signature", () => {
  it("is good for one purpose, one secret and one text", () => {
    const token = sign("secret", "purpose", "a text, é");
    expect(readSigned("secret", "purpose", token)).toBe("a text, é");
    expect(readSigned("other", "purpose", token)).toBe(null);
    expect(readSigned("secret", "other", token)).toBe(null);
    expect(readSigned("secret", "purpose", `x${token}`)).toBe(null);
  });
});

describe("the settings", () => {
  async function signedIn(person: Person): Promise<string> {
    const body = new URLSearchParams({ email: person.email, password: PASSWORD });
    const answer = await fetch(`${here.url}/sign-in`, { method: "POST", body, redirect: "manual" });
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  const form = (more: Record<string, string> = {}) => ({
    ...Object.fromEntries([...mailedKinds].map((kind) => [kind, "daily"])),
    ...{ timeZone: "Asia/Phnom_Penh", hour: "6", weekday: "3", quietFrom: "", quietTo: "" },
    ...more,
  });

  it("are saved and shown again", async () => {
    const person = await makePerson(services);
    const cookie = await signedIn(person);
    const saved = await post(
      "/settings/notifications",
      form({ [KIND]: "weekly", quietFrom: "21", quietTo: "6" }),
      {
        Cookie: cookie,
      },
    );
    expect(saved).toMatchObject({ status: 302, location: "/settings/notifications?done=saved" });
    expect((await choicesOf(person))[KIND]).toBe("weekly");
    const page = await (
      await fetch(`${here.url}/settings/notifications`, { headers: { Cookie: cookie } })
    ).text();
    expect(page).toMatch(/<option value="Asia\/Phnom_Penh" selected="">/);
    expect(page).toMatch(/<option value="21" selected="">/);
    expect(page.length).toBeLessThan(60_000);
  });

  it.each([
    [{ timeZone: "+05:00" }, "Choose a time zone from the list."],
    [{ hour: "24" }, "Choose an hour from the list."],
    [{ quietFrom: "9" }, "Choose both hours, or neither."],
    [{ quietFrom: "9", quietTo: "9" }, "Choose two different hours."],
    [{ [KIND]: "hourly" }, "Choose one of the four."],
  ])("say what is wrong with %j and lose nothing", async (wrong, sentence) => {
    const person = await makePerson(services);
    const answer = await post(
      "/settings/notifications",
      form({ weekday: "5", ...wrong } as Record<string, string>),
      {
        Cookie: await signedIn(person),
      },
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toMatch(/<option value="5" selected="">Friday/);
    expect(await choicesOf(person)).toEqual({});
  });

  it("ask a visitor to sign in first", async () => {
    const answer = await fetch(`${here.url}/settings/notifications`, { redirect: "manual" });
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fsettings%2Fnotifications");
  });
});
