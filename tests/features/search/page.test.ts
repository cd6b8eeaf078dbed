import { beforeAll, describe, expect, it } from "vitest";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { site } from "../../support/site";
import { documentOf } from "./documents";
import { hostileQueries } from "./hostile-queries";

let url: string;

async function page(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/search${query}`, { headers, redirect: "manual" });
  const html = (await response.text()).replace(/<!-- -->| data-discover="true"/g, "");
  // What scripts are handed at the end says everything once more.
  const [main = ""] = /<main.*<\/main>/s.exec(html) ?? [];
  return { status: response.status, location: response.headers.get("Location"), html, main };
}

/** The text of the page's line that says how many were found. */
const found = (main: string) => /<p role="status">(.*?)<\/p>/s.exec(main)?.[1]?.replace(/<[^>]+>/g, "");

const drawing = ["M1 11H11"];
const shown = { subjects: ["physics"], ageFrom: 11, ageTo: 14, minutes: 180, drawing };

beforeAll(async () => {
  const { services, runJobs } = await house();
  await services.searchEngine.put([
    ...Array.from({ length: 7 }, (_, n) =>
      documentOf({
        type: "pack",
        title: `Wind turbine ${n + 1}`,
        summary: "Blades & a <b>rotor</b>.",
        shown,
      }),
    ),
    documentOf({ title: "The wind in numbers", shown: { kind: "worksheet", minutes: 45, subjects: [] } }),
    documentOf({ title: "Le vent", summary: "Une éolienne en papier.", language: "fr-FR" }),
    ...Array.from({ length: 23 }, (_, n) =>
      documentOf({ type: "network", title: `Fenland ${n + 1}`, shown: { region: "East", country: "GB" } }),
    ),
    documentOf({ title: "Kestrelmoor for members", audience: ["members"] }),
    documentOf({ title: "An older document", shown: { subjects: "physics", minutes: "long" } }),
  ]);
  await makeSchool(services, { name: "Windrush Primary School", town: "Newark", postcode: "NG24 1AA" });
  await runJobs();
  url = (await site()).url;
});

describe("/search", () => {
  it("groups what it finds, with counts, marked words and the way to all of a kind", async () => {
    const { main, html } = await page("?q=wind");
    expect(found(main)).toBe("9 results · 7 packs · 1 resource · 1 school");
    expect(html).toContain("<title>wind · Search · Staffroom</title>");
    expect(main).toContain('<a class="section-link" href="/packs?q=wind">All 7 packs</a>');
    expect(main.match(/href="\/packs\/found-/g)).toHaveLength(4);
    expect(main).toMatch(/<mark>Wind<\/mark> turbine 1/);
    expect(main).toContain("Blades &amp; a &lt;b&gt;rotor&lt;/b&gt;.");
    expect(main).toMatch(/11 to 14.*3 h.*Physics/s);
    expect(main).toMatch(/Worksheet.*45 min/s);
    expect(main).toContain("<mark>Windrush</mark> Primary School");
    // The school stands there once, and not among the places as well.
    expect(main.match(/href="\/schools\/[0-9a-f-]{36}"/g)).toHaveLength(1);
    expect(main).not.toContain("place=school%3A");
  });

  it("puts the kind with the best hit first", async () => {
    const { main } = await page("?q=Fenland");
    expect(main.indexOf(">Networks</h2>")).toBeGreaterThan(0);
    expect(main).toContain('href="/search?q=Fenland&amp;type=network">All 23 networks</a>');
  });

  it("mends what is misspelt, says so, and takes it as typed when asked to", async () => {
    const { main } = await page("?q=turbne");
    expect(main).toMatch(/Showing (<span>)?<strong>turbine<\/strong>/);
    expect(main).toContain('href="/search?q=turbne&amp;literal=1"');
    expect(found(main)).toBe("7 results · 7 packs");
    expect((await page("?q=turbne&literal=1")).main).toContain("Nothing was found for “turbne”");
  });

  it("lists one kind in pages, and leads back to everything", async () => {
    const first = await page("?q=Fenland&type=network");
    expect(found(first.main)).toBe("23 networks");
    expect(first.main).toContain('href="/search?q=Fenland&amp;type=network&amp;page=2"');
    expect(first.main).toContain('aria-label="Remove filter: Networks" href="/search?q=Fenland"');
    // Without scripts the form keeps the kind.
    expect(first.main).toContain('<input type="hidden" name="type" value="network"/>');
    expect(
      (await page("?q=Fenland&type=network&page=2")).main.match(/href="\/networks\/found-/g),
    ).toHaveLength(3);
    const beyond = await page("?q=Fenland&type=network&page=9");
    expect([beyond.status, beyond.location]).toEqual([302, "/search?q=Fenland&type=network&page=2"]);
    expect(found((await page("?type=network")).main)).toBe("23 networks");
  });

  it("says what there is to be found, before anything is asked", async () => {
    for (const query of ["", "?q=", "?q=%20%20", "?type=nonsense"]) {
      const { main } = await page(query);
      expect(main).toContain("What you can find");
      // The one for members is not counted.
      expect(main).toMatch(/7 packs.*3 resources/s);
      expect(main).toContain("23 networks");
    }
  });

  it("says what to try when nothing fits, and mends the names of schools", async () => {
    const { main } = await page("?q=zzqqxxyy");
    expect(found(main)).toBe("0 results");
    expect(main).toContain("Nothing was found for “zzqqxxyy”");
    expect(main).toContain('href="/packs"');
    expect((await page("?q=Windrsh")).main).toContain("<mark>Windrush</mark> Primary School");
  });

  it("speaks the reader's language and names the others", async () => {
    const french = await page("?q=%C3%A9olienne", { "Accept-Language": "fr" });
    expect(found(french.main)).toBe("1 résultat · 1 ressource");
    expect(french.main).not.toContain("Français</span>");
    expect((await page("?q=%C3%A9olienne")).main).toContain('<span class="tag tag-plain">French</span>');
  });

  it("does not show a visitor what is for members", async () => {
    const { main, html } = await page("?q=Kestrelmoor");
    expect(found(main)).toBe("0 results");
    expect(html).not.toContain("for members");
    // Nor does mending tell a visitor of words that only members may find.
    expect((await page("?q=Kestrelmor")).html).not.toMatch(/kestrelmoor/i);
  });

  it("shows documents whose facts it does not know", async () => {
    expect((await page("?q=older+document")).main).toMatch(/An.*older.*document/s);
  });

  it.each(hostileQueries)("answers cleanly: %s", async (_name, text) => {
    const query = encodeURIComponent(text);
    const { status, main } = await page(`?q=${query}`);
    expect([200, 400]).toContain(status);
    expect(main).not.toMatch(/<script>alert|<img src=x/);
    for (const name of ["type", "page", "literal"]) {
      expect([200, 400]).toContain((await page(`?q=wind&${name}=${query}`)).status);
    }
  });

  it("reads odd pages as the first", async () => {
    for (const number of ["-1", "0", "x", "1e9", "99999999999"]) {
      expect([number, found((await page(`?q=Fenland&type=network&page=${number}`)).main)]).toEqual([
        number,
        "23 networks",
      ]);
    }
  });
});
