import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { photoOf, savePhoto } from "~/features/accounts/index.server";
import type { Person } from "~/platform/services/actor";
import { people } from "~db/schema";
import { makePerson, PASSWORD } from "../../factories/people";
import { house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { picture } from "../../support/pictures";
import { site } from "../../support/site";

const { services } = await house();
let url: string;
beforeAll(async () => {
  ({ url } = await site());
});

async function signedIn(person: Person) {
  const browser = httpBrowser(url);
  await browser.post("/sign-in", { email: person.email, password: PASSWORD });
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send = (bytes: Uint8Array, name: string, type: string) => {
    const body = new FormData();
    body.append("photo", new File([new Uint8Array(bytes)], name, { type }));
    body.append("intent", "save");
    return fetch(`${url}/settings/photo`, {
      method: "POST",
      redirect: "manual",
      body,
      headers: { Cookie: cookie, Origin: url },
    });
  };
  const get = (path: string) => fetch(url + path, { redirect: "manual", headers: { Cookie: cookie } });
  return { ...browser, send, fetch: get };
}

describe("a photo", () => {
  it("is sent by a form, shown to members, kept by their browser and gone when it is removed", async () => {
    const person = await makePerson(services, { name: "Tilda Marsh" });
    const own = await signedIn(person);
    const sent = await own.send(await picture(), "../../etc/me.exe", "text/html");
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, "/settings/photo?done=saved"]);
    const path = `/people/${person.id}/photo/${await photoOf(services.db, person.id)}`;
    expect((await own.get("/settings/photo?done=saved")).body).toContain(`src="${path}?size=large"`);

    const other = await signedIn(await makePerson(services));
    expect((await other.get(`/people/${person.id}`)).body).toMatch(/<img[^>]+alt="Photo of Tilda Marsh"/);
    const shown = await other.fetch(`${path}?size=large`);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("Content-Type")).toBe("image/webp");
    expect(shown.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(shown.headers.get("Cache-Control")).toBe("private, max-age=31536000, immutable");
    expect(shown.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.length).toBe(Number(shown.headers.get("Content-Length")));
    expect(bytes.subarray(8, 12).toString()).toBe("WEBP");

    const visitor = httpBrowser(url);
    expect((await visitor.get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    for (const wrong of [
      `/people/${crypto.randomUUID()}/photo/${path.split("/").at(-1)}`,
      `/people/${person.id}/photo/${crypto.randomUUID()}`,
      `/people/${person.id}/photo/..%2f..%2fsecrets`,
      `/people/nobody/photo/nothing`,
    ]) {
      expect((await other.fetch(wrong)).status, wrong).toBe(404);
    }

    expect((await own.post("/settings/photo", { intent: "remove" })).location).toBe(
      "/settings/photo?done=removed",
    );
    expect((await other.fetch(path)).status).toBe(404);
    expect((await own.get("/settings/photo")).body).not.toContain("<img");
  });

  it("is not there for who has not confirmed their address, nor of them", async () => {
    const [person, newcomer] = [await makePerson(services), await makePerson(services)];
    await savePhoto(services, person, { bytes: await picture() });
    const path = `/people/${person.id}/photo/${await photoOf(services.db, person.id)}`;
    const browser = await signedIn(newcomer);
    expect((await browser.fetch(path)).status).toBe(200);
    const confirm = (id: string, emailVerifiedAt: Date | null) =>
      services.db.update(people).set({ emailVerifiedAt }).where(eq(people.id, id));
    await confirm(newcomer.id, null);
    expect((await browser.fetch(path)).status).toBe(404);
    await confirm(newcomer.id, new Date());
    await confirm(person.id, null);
    expect((await browser.fetch(path)).status).toBe(404);
  });

  it("that is none comes back with a sentence at its field", async () => {
    const browser = await signedIn(await makePerson(services));
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/>`);
    const refused = await browser.send(svg, "photo.png", "image/png");
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("This is not a JPEG, PNG or WebP picture.");
    expect(page).toContain('id="field-photo-error"');
    const nothing = await browser.send(Buffer.alloc(0), "", "application/octet-stream");
    expect(await nothing.text()).toContain("Please choose a file.");
  });

  it("that is too large is answered by the page itself, and the connection stays of use", async () => {
    const browser = await signedIn(await makePerson(services));
    const refused = await browser.send(Buffer.alloc(12 * 1_048_576, 1), "photo.jpg", "image/jpeg");
    expect(refused.status).toBe(413);
    const page = await refused.text();
    expect(page).toContain("This file is larger than 8 MB.");
    expect(page).toContain("</html>");
    expect((await browser.get("/settings/photo")).status).toBe(200);
    const endless = await browser
      .send(Buffer.alloc(66 * 1_048_576), "photo.jpg", "image/jpeg")
      .catch(() => null);
    expect(endless?.status ?? 413).toBe(413);
  });

  it("of more than 1 MB goes nowhere else", async () => {
    const browser = await signedIn(await makePerson(services));
    const body = new URLSearchParams({ about: "x".repeat(1_100_000) });
    const refused = await browser.post("/settings/profile", Object.fromEntries(body)).catch(() => null);
    expect(refused?.status ?? 413).toBe(413);
  });
});

describe("the page of a profile", () => {
  const told = { subjects: "physics", ages: "11-14", offers: "A wind tunnel", version: "0" };

  it("shows others what was told, and nothing of what was not", async () => {
    const person = await makePerson(services, { name: "Wren Aldous" });
    const own = await signedIn(person);
    expect((await own.get(`/people/${person.id}`)).body).toContain("Add what you teach");
    expect((await own.post("/settings/profile", told)).location).toBe("/settings/profile?done=saved");
    const other = await signedIn(await makePerson(services));
    const { body } = await other.get(`/people/${person.id}`);
    for (const word of ["Physics", "11 to 14", "A wind tunnel"]) expect(body).toContain(word);
    for (const word of ["Wishes for", "In their own words", "Languages", "Add what you teach"])
      expect(body).not.toContain(`>${word}<`);
  });

  it("comes back with mistakes at their fields and everything as it was ticked and typed", async () => {
    const own = await signedIn(await makePerson(services));
    const form = new URLSearchParams({ about: "x".repeat(1_001), offers: "Kept <b>", version: "0" });
    form.append("subjects", "physics");
    form.append("subjects", "geography");
    const refused = await own.post("/settings/profile", {}, {}).then(() =>
      fetch(`${url}/settings/profile`, {
        method: "POST",
        body: form,
        headers: { Cookie: [...own.jar].map((pair) => pair.join("=")).join("; "), Origin: url },
      }),
    );
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Please use at most 1,000 characters.");
    expect(page).toContain("Kept &lt;b&gt;");
    const ticked = [...page.matchAll(/<input type="checkbox"[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes("checked"));
    expect(ticked.map((tag) => /value="([^"]+)"/.exec(tag)?.[1])).toEqual(["physics", "geography"]);
  });

  it("tells the second browser what stands there now, and lets it replace that", async () => {
    const own = await signedIn(await makePerson(services));
    await own.post("/settings/profile", told);
    const late = await own.post("/settings/profile", { ...told, offers: "A telescope" });
    expect(late.status).toBe(409);
    expect(late.body).toContain("in another browser meanwhile");
    expect(late.body).toContain("Now it says: A wind tunnel");
    expect(late.body).toContain("A telescope");
    const version = /name="version" value="(\d+)"/.exec(late.body)?.[1];
    expect(version).toBe("1");
    const again = await own.post("/settings/profile", { ...told, offers: "A telescope", version: version! });
    expect(again.location).toBe("/settings/profile?done=saved");
  });
});
