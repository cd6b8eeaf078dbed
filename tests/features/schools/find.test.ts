import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { queryWords, readPostcode, tidyQuery } from "~/features/schools/find-place";
import {
  findPlaces,
  findSchools,
  importSchools,
  loadPlaces,
  placeById,
} from "~/features/schools/index.server";
import { loader as suggestPlaces } from "~/features/schools/pages/suggest-places.server";
import { loader as suggestSchools } from "~/features/schools/pages/suggest-schools.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { house } from "../../support/house";
import { contextFor } from "../accounts/post";

const register = `urn,name,town,postcode,lat,lon,close date
1,Dunkirk Primary and Nursery School,Nottingham,NG7 2LE,52.940,-1.170,
2,Nottingham University Academy of Science,Nottingham,NG7 2PL,52.944,-1.180,
3,Djanogly Northgate Academy,Nottingham,NG7 7GB,52.969,-1.176,
4,Walton Academy,Grantham,NG31 7JR,52.900,-0.660,
5,St Mary's Church of England Primary School,Newark,NG24 4AB,53.070,-0.810,
6,Heath School,London,NW3 2NY,51.554,-0.160,
7,Camden Nursery,London,NW1 3EX,51.526,-0.140,
8,Old Trent School,Nottingham,NG7 2RD,52.951,-1.160,2020-08-31
9,École Jules-Verne,Dover,CT16 1AA,51.128,1.313,
10,St Marys and St John's School,London,NW4 4QR,51.588,-0.228,
11,Birley Academy,Sheffield,S12 3BP,53.349,-1.397,
12,Bluecoat (Aspley) Academy,Nottingham,NG8 5GY,52.968,-1.203,
`;

let services: Services;
beforeAll(async () => {
  const at = await house();
  services = at.services;
  async function* stream(text: string) {
    yield Buffer.from(text);
  }
  await importSchools(services, system, { stream: stream(register) });
  const khmer = "urn,name,town,postcode,lat,lon\n1,វិទ្យាល័យព្រះស៊ីសុវត្ថិ,Phnom Penh,120210,11.562,104.917\n";
  await importSchools(services, system, { stream: stream(khmer), country: "KH" });
  await loadPlaces(services, system, { country: "GB" });
  await loadPlaces(services, system, { country: "KH" });
  await at.runJobs();
});

const places = async (text: string, country?: string) =>
  (await findPlaces(services.db, text, { country })).map(({ kind, label }) => `${kind} ${label}`);
const first = async (text: string) => (await places(text))[0];
const schoolsLike = async (text: string) => (await findSchools(services.db, text)).map(({ name }) => name);

describe("a postcode", () => {
  it("is read with and without its space, whole or in part", () => {
    expect(readPostcode("ng72rd")).toEqual({ key: "NG72RD", districts: ["NG7"], area: "NG" });
    expect(readPostcode(" NG7 2rd ")).toEqual({ key: "NG72RD", districts: ["NG7"], area: "NG" });
    expect(readPostcode("NG7 2")).toMatchObject({ districts: ["NG7"] });
    expect(readPostcode("NG72")).toMatchObject({ districts: ["NG72", "NG7"] });
    expect(readPostcode("NG72R")).toMatchObject({ districts: ["NG7"] });
    expect(readPostcode("M11AE")).toMatchObject({ districts: ["M1"], area: "M" });
    expect(readPostcode("W1A")).toMatchObject({ districts: ["W1A"], area: "W" });
    expect(readPostcode("ng")).toEqual({ key: "NG", districts: [], area: "NG" });
    expect(readPostcode("75011")).toEqual({ key: "75011", districts: ["75011"], area: null });
    expect(readPostcode("Nottingham")).toBeNull();
    expect(readPostcode("")).toBeNull();
    expect(readPostcode("NG7; drop")).toBeNull();
  });

  it("is found exactly, by its district, by its area", async () => {
    expect(await places("ng72le")).toEqual(["postcode NG7 2LE"]);
    expect(await places("NG7 2RX")).toEqual(["postcode NG7"]);
    expect(await places("ng72")).toEqual(["postcode NG7"]);
    expect(await places("NG9 1AA")).toEqual(["postcode NG"]);
    expect(await first("NG")).toBe("postcode NG");
    expect(await places("N1 9AA")).toEqual([]);
    expect(await places("1202")).toEqual(["postcode 120210"]);
  });

  it("lies in the middle of the open schools that have it", async () => {
    const [found] = await findPlaces(services.db, "NG7");
    expect(found).toMatchObject({ id: "postcode:GB:NG7", label: "NG7", detail: "Nottingham", country: "GB" });
    expect(found!.latitude).toBeCloseTo((52.94 + 52.944 + 52.969) / 3, 6);
    expect(found!.longitude).toBeCloseTo((-1.17 - 1.18 - 1.176) / 3, 6);
  });
});

describe("a town", () => {
  it("is found by its name, its beginning, and a word in it", async () => {
    expect(await first("Nottingham")).toBe("town Nottingham");
    expect(await first("NOTTING")).toBe("town Nottingham");
    expect(await first("hull")).toBe("town Kingston upon Hull");
    expect(await first("kampong ch")).toBe("town Kampong Cham");
    expect(await first("stoke on trent")).toBe("town Stoke-on-Trent");
    expect(await first("phnom  penh")).toBe("town Phnom Penh");
  });

  it("is told from others of its name by its region", async () => {
    const [wight] = await findPlaces(services.db, "Newport, Isle of Wight");
    expect(wight).toMatchObject({ label: "Newport", detail: "Isle of Wight, England" });
    const welsh = await findPlaces(services.db, "newport wales");
    expect(welsh.map(({ label }) => label)).toEqual(["Newport", "Newport"]);
    const all = await findPlaces(services.db, "newport");
    expect(all.filter(({ label }) => label === "Newport").length).toBeGreaterThan(4);
  });

  it("is found when it is misspelt", async () => {
    for (const [typed, meant] of [
      ["Notingham", "Nottingham"],
      ["Sheffeild", "Sheffield"],
      ["brimingham", "Birmingham"],
      ["Lieds", "Leeds"],
      ["Mancester", "Manchester"],
      ["Livrepool", "Liverpool"],
      ["Phnom Pehn", "Phnom Penh"],
      ["Batambang", "Battambang"],
    ] as const) {
      expect(await first(typed), typed).toBe(`town ${meant}`);
    }
  });

  it("needs neither accents nor capitals, and may be asked for in one country", async () => {
    expect(await first("SIÉM REÁP")).toBe("town Siem Reap");
    expect(await places("kampong", "GB")).not.toContain("town Kampong Cham");
    expect(await places("nottingham", "KH")).not.toContain("town Nottingham");
  });

  it("stands before schools that begin like it, and after them where only its spelling is near", async () => {
    const found = await places("nottingham");
    expect(found[0]).toBe("town Nottingham");
    expect(found).toContain("school Nottingham University Academy of Science");
    expect(await first("bluecoat aspley")).toBe("school Bluecoat (Aspley) Academy");
  });
});

describe("a school", () => {
  it("is found by the beginnings of its words, in any order, without punctuation", async () => {
    expect((await schoolsLike("st marys"))[0]).toBe("St Marys and St John's School");
    expect(await schoolsLike("st mary's primary newark")).toEqual([
      "St Mary's Church of England Primary School",
    ]);
    expect(await schoolsLike("newark st mary")).toEqual(["St Mary's Church of England Primary School"]);
    expect(await schoolsLike("st mary & st john")).toEqual(["St Marys and St John's School"]);
    expect(await schoolsLike("bluecoat aspley")).toEqual(["Bluecoat (Aspley) Academy"]);
    expect(await schoolsLike("ecole jules")).toEqual(["École Jules-Verne"]);
    expect(await schoolsLike("ÉCOLE")).toEqual(["École Jules-Verne"]);
    expect(await schoolsLike("heath")).toEqual(["Heath School"]);
    expect(await schoolsLike("ath")).toEqual([]);
  });

  it("is found by its town and its postcode", async () => {
    expect(await schoolsLike("ng7 2le")).toEqual(["Dunkirk Primary and Nursery School"]);
    expect(await schoolsLike("NG72LE")).toEqual(["Dunkirk Primary and Nursery School"]);
    expect((await schoolsLike("london")).sort()).toEqual([
      "Camden Nursery",
      "Heath School",
      "St Marys and St John's School",
    ]);
  });

  it("is found in scripts that part no words", async () => {
    expect(await schoolsLike("ព្រះស៊ីសុវត្ថិ")).toEqual(["វិទ្យាល័យព្រះស៊ីសុវត្ថិ"]);
    expect(await first("វិទ្យាល័យ")).toBe("school វិទ្យាល័យព្រះស៊ីសុវត្ថិ");
  });

  it("is found when a word is misspelt", async () => {
    expect(await schoolsLike("djangoly acadmy")).toEqual(["Djanogly Northgate Academy"]);
    expect(await schoolsLike("bluecoet")).toEqual(["Bluecoat (Aspley) Academy"]);
    expect(await schoolsLike("zzzzzz")).toEqual([]);
  });

  it("is left out when it is closed, unless asked for", async () => {
    expect(await schoolsLike("old trent")).toEqual([]);
    const all = await findSchools(services.db, "old trent", { closed: true });
    expect(all).toMatchObject([{ name: "Old Trent School", closedOn: "2020-08-31" }]);
  });

  it("is looked for in one country where wanted, and in small numbers", async () => {
    expect(await findSchools(services.db, "nottingham", { country: "KH" })).toEqual([]);
    expect(await findSchools(services.db, "nottingham", { limit: 2 })).toHaveLength(2);
  });
});

describe("what anybody may type", () => {
  it("is bounded and answered", async () => {
    const hostile = [
      "",
      " ",
      "%",
      "_",
      "\\",
      "%%%%",
      "a%",
      "'; drop table schools",
      "\u0000",
      "\ud800",
      "().*",
      "x".repeat(100_000),
      "a ".repeat(5_000),
      "🎓🎓🎓",
      "’’’",
      "\u200b\u200b",
    ];
    for (const text of hostile) {
      expect((await findPlaces(services.db, text)).length, text.slice(0, 20)).toBeLessThanOrEqual(8);
      expect((await findSchools(services.db, text)).length, text.slice(0, 20)).toBeLessThanOrEqual(10);
    }
    expect(await schoolsLike("%")).toEqual([]);
    expect(await schoolsLike("_ath")).toEqual([]);
  });

  it("becomes the same words here and in the database", async () => {
    const unit = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(" ", "'", "’", "-", ".", "&", "é", "%", "_", "(", "·"),
    );
    const texts = fc.sample(
      fc.array(unit, { maxLength: 12 }).map((parts) => tidyQuery(parts.join(""))),
      300,
    );
    const { rows } = await services.db.execute<{ plain: string; words: string }>(sql`
      select plain_words(typed) as plain, plain_words(words) as words from unnest(
        ${sql.param(texts)}::text[], ${sql.param(texts.map((text) => queryWords(text).join(" ")))}::text[]) as t (typed, words)`);
    for (const { plain, words } of rows) {
      for (const word of words.split(" "))
        expect(` ${plain}`.includes(word), `${plain} | ${words}`).toBe(true);
    }
  });
});

describe("a candidate", () => {
  it("is found again by its id", async () => {
    for (const text of ["NG7", "ng72le", "NG", "Nottingham", "Heath School"]) {
      const [found] = await findPlaces(services.db, text, { country: "GB" });
      expect(await placeById(services.db, found!.id), text).toEqual(found);
    }
  });

  it("is none for an id that was made up", async () => {
    for (const id of [
      "",
      "town:",
      "town:x",
      "school:1",
      "postcode:GB:",
      "postcode:gb:NG7",
      "postcode:GB:ZZ9",
      "x:y",
      "town:00000000-0000-7000-8000-000000000000",
      `postcode:GB:${"9".repeat(10_000)}`,
    ]) {
      expect(await placeById(services.db, id), id.slice(0, 40)).toBeNull();
    }
  });
});

describe("suggestions", () => {
  const ask = async (loader: typeof suggestPlaces, address: string) => {
    const request = new Request(`http://localhost:3000${address}`);
    const answer = await loader({ request, params: {}, context: contextFor(services) });
    expect(answer.headers.get("Content-Type")).toContain("application/json");
    return (await answer.json()) as { items: { id: string; label: string; detail: string }[] };
  };

  it("are given for places and schools", async () => {
    const found = await ask(suggestPlaces, "/places/suggest?q=ng7");
    expect(found).toEqual({ items: [{ id: "postcode:GB:NG7", label: "NG7", detail: "Nottingham" }] });
    const heath = await ask(suggestSchools, "/schools/suggest?q=heath");
    expect(heath.items).toMatchObject([{ label: "Heath School", detail: "London, NW3 2NY" }]);
  });

  it("are none for nothing", async () => {
    expect(await ask(suggestPlaces, "/places/suggest")).toEqual({ items: [] });
    expect(await ask(suggestSchools, "/schools/suggest?q=")).toEqual({ items: [] });
  });
});
