import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Suggestions } from "~/features/search/suggest.server";
import { suggest } from "~/features/search/suggest.server";
import type { Services } from "~/platform/services/services.server";
import { startSession } from "~/platform/sessions/sessions.server";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { site } from "../../support/site";
import { asCookies } from "../accounts/post";
import { documentOf } from "./documents";
import { hostileQueries } from "./hostile-queries";

let url: string;
let services: Services;

async function ask(text: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/search/suggest?q=${encodeURIComponent(text)}`, { headers });
  const body = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body,
    found: () => JSON.parse(body) as Suggestions,
  };
}

const titles = ({ groups }: Suggestions) => groups.flatMap(({ items }) => items.map(({ title }) => title));

beforeAll(async () => {
  services = (await house()).services;
  await services.searchEngine.put([
    ...Array.from({ length: 20 }, (_, n) =>
      documentOf({ type: "pack", title: `Wind turbine ${n}`, summary: "<b>Wind</b> & blades." }),
    ),
    documentOf({ title: "The wind in numbers" }),
    documentOf({ type: "network", title: "Windy Fen" }),
    documentOf({ title: "Kestrelmoor for members", audience: ["members"] }),
    documentOf({ title: "Kestrelmoor for a network", audience: ["network:x"] }),
    documentOf({ title: "Say “hello” <script>alert(1)</script>" }),
  ]);
  await makeSchool(services, { name: "Windrush Primary School", town: "Newark", postcode: "NG24 1AA" });
  await (await house()).runJobs();
  url = (await site()).url;
});

describe("/search/suggest", () => {
  it("gives the best few of each kind with marked words, and places", async () => {
    const { status, headers, found } = await ask("wind");
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toMatch(/^application\/json/);
    expect(headers.get("Cache-Control")).toMatch(/private.*no-store/);
    const { groups } = found();
    expect(groups.map(({ label }) => label).sort()).toEqual(
      ["Networks", "Packs", "Resources", "Schools"].sort(),
    );
    expect(groups.find(({ id }) => id === "pack")?.items).toHaveLength(4);
    expect(titles(found())).toContain("\uE000Wind\uE001 turbine 0");
    expect(titles(found()).length).toBeLessThanOrEqual(10);
    for (const { items } of groups)
      for (const { to } of items) expect(to).toMatch(/^\/(packs|resources|networks|schools)[/?]/);
  });

  it("mends, and says what it searched", async () => {
    expect((await ask("turbne")).found()).toMatchObject({ mended: "turbine" });
    expect((await ask("wind")).found().mended).toBeNull();
  });

  it("asks nothing for nothing, and for one letter", async () => {
    for (const text of ["", " ", "w"])
      expect((await ask(text)).found()).toEqual({ groups: [], mended: null });
  });

  it("finds what the reader may see, and does not mend into what they may not", async () => {
    expect(titles((await ask("Kestrelmoor")).found())).toEqual([]);
    expect((await ask("Kestrelmor")).body).not.toMatch(/kestrelmoor/i);
    const person = await makePerson(services);
    const cookie = asCookies([
      await startSession({ db: services.db, appUrl: services.config.appUrl }, person.id, null),
    ]);
    expect(titles((await ask("Kestrelmoor", { Cookie: cookie })).found())).toEqual([
      "\uE000Kestrelmoor\uE001 for members",
    ]);
  });

  it("speaks the reader's language", async () => {
    const { groups } = (await ask("wind", { "Accept-Language": "fr" })).found();
    expect(groups.map(({ label }) => label)).toContain("Réseaux");
  });

  it.each(hostileQueries)("answers cleanly: %s", async (_name, text) => {
    const { status, body } = await ask(text);
    expect([200, 400]).toContain(status);
    if (status === 200) expect(titles(JSON.parse(body)).length).toBeLessThanOrEqual(10);
    expect(body).not.toMatch(/error|stack|select /i);
  });

  it("takes an address that is no address", async () => {
    for (const query of ["?q=%E0%A4%A", "?q=a&q=b&q=wind", "?q[]=wind", "?x=1", ""]) {
      expect((await fetch(`${url}/search/suggest${query}`)).status).toBe(200);
    }
  });

  it("costs two searches of the engine, one of them in the registers, and a handful of statements", async () => {
    const search = vi.spyOn(services.searchEngine, "search");
    const query = vi.spyOn(services.pool, "query");
    await suggest({ services, audience: ["everyone"], locale: "en" }, "wind");
    expect(search).toHaveBeenCalledTimes(2);
    expect(query.mock.calls.length).toBeLessThanOrEqual(8);
    search.mockRestore();
    query.mockRestore();
  });
});
