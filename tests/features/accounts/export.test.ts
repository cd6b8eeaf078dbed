import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { zipOf } from "~/features/accounts/archive.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, networks, people } from "~db/schema";
import { makeCoordinator, makeNetwork, makeRequest } from "../../factories/networks";
import { makePerson, PASSWORD } from "../../factories/people";
import { giveSecondFactor } from "../../factories/second-factors";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { picture } from "../../support/pictures";
import { site } from "../../support/site";

let at: House;
let services: Services;
let url: string;
beforeAll(async () => {
  at = await house();
  services = at.services;
  url = (await site()).url;
});

async function signedIn(person: Person) {
  const browser = httpBrowser(url);
  await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
  return browser;
}
type Browser = Awaited<ReturnType<typeof signedIn>>;

const ask = (browser: Browser, currentPassword = PASSWORD) =>
  browser.post("/settings/data", { currentPassword });

async function download(browser: Browser, path: string) {
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return fetch(url + path, { headers: { Cookie: cookie }, redirect: "manual" });
}

async function archiveOf(browser: Browser) {
  const { location } = await ask(browser);
  const answer = await download(browser, location!);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name]!);
  return { answer, names: Object.keys(files), page: text("index.html"), data: JSON.parse(text("data.json")) };
}

async function sendPhoto({ jar }: Browser): Promise<number> {
  const body = new FormData();
  body.append("photo", new File([new Uint8Array(await picture())], "me.jpg"));
  body.append("intent", "save");
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { Cookie: cookie, Origin: url };
  return (await fetch(`${url}/settings/photo`, { method: "POST", redirect: "manual", body, headers })).status;
}

describe("a copy of one's data", () => {
  it("is a ZIP with a page and the same for machines, of this person alone", async () => {
    const { slug, id } = await makeNetwork(services, { name: "Derwent" });
    const person = await makePerson(services, { name: "Ada <script>alert(1)</script> O’Neil" });
    await makeCoordinator(services, slug, { person });
    await services.db.update(networks).set({ joinPolicy: "request" }).where(eq(networks.id, id));
    const asker = await makeRequest(services, slug, "May I come?");
    const stranger = await makePerson(services);
    const browser = await signedIn(person);
    await browser.post("/settings/profile", { version: "0", about: "Ostriches, mostly." });
    expect(await sendPhoto(browser)).toBe(302);
    await giveSecondFactor(services, person);
    await at.runJobs();

    const { answer, names, page, data } = await archiveOf(browser);
    expect(answer.headers.get("Content-Type")).toBe("application/zip");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="staffroom-data.zip"');
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    expect(names).toEqual(["index.html", "data.json", "files/photo-large.webp", "files/photo-small.webp"]);
    expect(data.sections.profile.rows).toMatchObject([{ about: "Ostriches, mostly." }]);
    expect(data).toMatchObject({
      format: "staffroom-export",
      version: 1,
      personId: person.id,
      language: "en",
    });
    expect(data.sections.account.rows[0]).toMatchObject({ name: person.name, email: person.email });
    expect(data.sections.account.rows[0].createdAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(data.sections.appointments.rows).toMatchObject([{ network: "Derwent", duty: "lead" }]);
    expect(Object.keys(data.sections)).toEqual([
      ...[
        "account",
        "schools",
        "sessions",
        "knownBrowsers",
        "passkeys",
        "quarters",
        "profile",
        "memberships",
      ],
      ...["joinRequests", "appointments", "invitationsMade", "invitationsUsed", "announcements", "messages"],
      ...["packs", "savedSearches", "notifications"],
      ...["mailChoices", "mailTimes", "mails", "acts"],
    ]);
    expect(page).not.toContain("<script");
    expect(page).toContain("Ada &lt;script&gt;alert(1)&lt;/script&gt; O’Neil");
    // The name of who asked was shown to the lead; nothing else of them, and nothing of anybody else.
    const all = JSON.stringify(data) + page;
    expect(all).toContain(asker.name);
    for (const alien of [asker.email, asker.id, stranger.name, stranger.email])
      expect(all).not.toContain(alien);
    const [row] = await services.db.select().from(people).where(eq(people.id, person.id));
    for (const secret of [row!.passwordHash, "argon2", "sealed", "tokenHash"])
      expect(all).not.toContain(secret);
    const acts = await services.db.select().from(auditEntries).where(eq(auditEntries.actorId, person.id));
    expect(acts.map(({ act }) => act)).toContain("data exported");
  });

  it("wants the password, whoever holds the session", async () => {
    const browser = await signedIn(await makePerson(services));
    expect((await ask(browser, "not this one")).status).toBe(422);
    expect((await download(browser, "/settings/data/archive")).headers.get("Location")).toBe(
      "/settings/data?done=over",
    );
    const foreign = { Origin: "https://elsewhere.example" };
    const posted = await browser.post("/settings/data", { currentPassword: PASSWORD }, foreign);
    expect(posted.status).toBe(403);
  });

  it("cannot be fetched by anybody else, nor with a ticket somebody wrote", async () => {
    const mine = await signedIn(await makePerson(services));
    const other = await signedIn(await makePerson(services));
    const { location } = await ask(mine);
    expect((await download(other, location!)).headers.get("Location")).toBe("/settings/data?done=over");
    expect((await download(httpBrowser(url), location!)).headers.get("Location")).toMatch(
      /^\/sign-in\?next=/,
    );
    const forged = location!.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect((await download(mine, forged)).headers.get("Location")).toBe("/settings/data?done=over");
    expect((await download(mine, location!)).status).toBe(200);
  });

  it("is made three times a day, and a ticket opens three times", async () => {
    const browser = await signedIn(await makePerson(services));
    const { location } = await ask(browser);
    for (let opened = 0; opened < 3; opened++) {
      const answer = await download(browser, location!);
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
    }
    expect((await download(browser, location!)).status).toBe(302);
    expect((await ask(browser)).status).toBe(302);
    expect((await ask(browser)).status).toBe(302);
    expect((await ask(browser)).status).toBe(429);
  });
});

describe("files of an archive", () => {
  const archive = {
    ...{ person: { id: "1", name: "Ada" }, site: "http://localhost", madeAt: new Date(), sections: [] },
  };

  it("are streamed into it and named on its page", async () => {
    const files = [{ path: "photos/me.jpg", open: async () => Readable.from(["a picture"]) }];
    const zip = unzipSync(new Uint8Array(await buffer(zipOf({ ...archive, files }))));
    expect(strFromU8(zip["files/photos/me.jpg"]!)).toBe("a picture");
    expect(strFromU8(zip["index.html"]!)).toContain('href="files/photos/me.jpg"');
  });

  it.each(["../x", "/etc/passwd", "a/../../b", "a\\b", "C:x", ".hidden", "a//b", "", "x\u0000y", "nul."])(
    "never leave their folder: %j",
    (path) => {
      const open = async () => Readable.from([]);
      expect(() => zipOf({ ...archive, files: [{ path, open }] })).toThrow(TypeError);
    },
  );

  it("break the archive rather than leave it looking whole", async () => {
    const open = () => Promise.reject(new Error("gone"));
    await expect(buffer(zipOf({ ...archive, files: [{ path: "x.jpg", open }] }))).rejects.toThrow("gone");
  });
});
