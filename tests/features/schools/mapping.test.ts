import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { importSchools, loadPlaces } from "~/features/schools/index.server";
import { isoDate, plainDegrees, plainNumber, twoNumbers } from "~/features/schools/register/mapped-texts";
import { readMapping, tenthOf } from "~/features/schools/register/mapping";
import { readRegisterText } from "~/features/schools/register/text.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, schools } from "~db/schema";
import { house } from "../../support/house";

let services: Services;
beforeAll(async () => {
  services = (await house()).services;
});

async function* inPieces(bytes: Uint8Array, size = bytes.length || 1) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const load = (
  country: string,
  text: string | Uint8Array,
  more: { mapping?: unknown; dryRun?: boolean } = {},
) =>
  importSchools(services, system, {
    country,
    stream: inPieces(typeof text === "string" ? Buffer.from(text) : text, 7),
    ...more,
  });
const of = (country: string) =>
  services.db.select().from(schools).where(eq(schools.country, country)).orderBy(schools.registerId);

const plainFields = { registerId: "Code", name: "Name", latitude: "Lat", longitude: "Lon" };

describe("a mapping", () => {
  it("reads a register of other columns: headings, positions, constants, joined columns, values, filters", async () => {
    const text = [
      "Nr;Name;Branch;Place;Where;State;Shut;Level;IMD",
      '1;Lycée A;Nord;VILLE;"48,5; 2,25";Ouvert;;Lycée;10',
      "2;Lycée B;;Ville;48,6 2,5;Fermé;31/08/2020;Lycée;100",
      "3;Crèche;;Ville;48,6 2,5;Ouvert;;Crèche;1",
      "4;Lycée D;;Ville;48,6 2,5;Perdu;;Lycée;1",
    ].join("\n");
    const mapping = {
      delimiter: ";",
      decimal: ",",
      dates: "DD/MM/YYYY",
      fields: {
        registerId: 1,
        name: { columns: ["Name", "Branch"], join: " – " },
        town: "Place",
        position: "Where",
        phase: { constant: "Secondary" },
        status: { column: "State", values: { Ouvert: "open", Fermé: "closed" } },
        closedOn: "Shut",
        disadvantageDecile: "IMD",
      },
      disadvantage: { rankOf: 100 },
      skip: [{ column: "Level", is: ["Crèche"] }],
    };
    const report = await load("MC", text, { mapping });
    expect(report).toMatchObject({ read: 3, added: 2, bad: 1 });
    expect(report.badRows).toMatchObject([{ line: 5, reason: expect.stringContaining("“Perdu”") }]);
    expect(await of("MC")).toMatchObject([
      {
        ...{ registerId: "1", name: "Lycée A – Nord", town: "Ville", latitude: 48.5, longitude: 2.25 },
        ...{ phase: "Secondary", closedOn: null, disadvantageDecile: 1 },
      },
      { registerId: "2", name: "Lycée B", closedOn: "2020-08-31", disadvantageDecile: 10 },
    ]);
    expect(await load("MC", text, { mapping })).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  it("dates a closing that has no date on the day it is first read, and keeps that day", async () => {
    const mapping = { fields: { ...plainFields, status: "State" } };
    const text = (state: string) => `Code,Name,Lat,Lon,State\n1,First School,1,2,${state}\n`;
    await load("NR", text("open"), { mapping });
    expect(await load("NR", text("closed"), { mapping })).toMatchObject({ changed: 1 });
    const [closed] = await of("NR");
    expect(closed!.closedOn).not.toBeNull();
    expect(await load("NR", text("closed"), { mapping })).toMatchObject({ changed: 0 });
    expect(await load("NR", text("open"), { mapping })).toMatchObject({ changed: 1 });
    expect((await of("NR"))[0]!.closedOn).toBeNull();
  });

  it("places rows by postcode or town, says which it cannot, and changes nothing when read again", async () => {
    await loadPlaces(services, system, { country: "KH" });
    const mapping = {
      fields: { ...plainFields, town: "Town", postcode: "Post" },
      positionFrom: ["postcode", "town"],
    };
    const text = [
      "Code,Name,Town,Post,Lat,Lon",
      "1,Placed School,Battambang,0201,13.1,103.2",
      "2,Same Postcode,,0201,,",
      "3,By Town,Battambang,,,",
      "4,Nowhere,Qqqqxxzz,,,",
    ].join("\r");
    const report = await load("KH", text, { mapping });
    expect(report).toMatchObject({ read: 4, added: 3, bad: 1 });
    expect(report.badRows).toMatchObject([{ line: 5, reason: expect.stringContaining("no coordinates") }]);
    const [, second, third] = await of("KH");
    expect(second).toMatchObject({ latitude: 13.1, longitude: 103.2 });
    expect(third!.latitude).toBeCloseTo(13.1, 1);
    expect(await load("KH", text, { mapping })).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  it("reads an encoding by its label, and lines without headings", async () => {
    const mapping = {
      headings: false,
      encoding: "windows-1251",
      fields: { registerId: 1, name: 2, latitude: 3, longitude: 4 },
    };
    const bytes = Uint8Array.from([
      ...Buffer.from("1,"),
      0xd8,
      0xea,
      0xee,
      0xeb,
      0xe0,
      ...Buffer.from(",43.2,27.9\n2,B,43,28\n"),
    ]);
    expect(await load("BG", bytes, { mapping })).toMatchObject({ read: 2, added: 2 });
    expect((await of("BG"))[0]).toMatchObject({ name: "Школа" });
  });

  it("says of each wrong key what is wrong, and names a column that is not there", async () => {
    const wrong = { delimiter: ";;", encoding: "klingon", dates: "someday", fields: { name: 0 }, typo: 1 };
    const read = readMapping(wrong);
    expect("problems" in read && read.problems.map((each) => each.split(":")[0]).sort()).toEqual(
      ["dates", "delimiter", "encoding", "fields.name", "fields.registerId", "mapping"].sort(),
    );
    await expect(load("TO", "a,b\n1,2\n", { mapping: wrong })).rejects.toMatchObject({
      code: "schools_mapping_wrong",
    });
    await expect(
      load("TO", "Code,Name,Lat\n1,A,2\n", { mapping: { fields: plainFields } }),
    ).rejects.toMatchObject({
      code: "schools_mapping_column",
      values: { key: "fields.longitude", column: "Lon" },
    });
    await expect(
      load("TO", "Code,Name\n1,A\n", { mapping: { fields: { registerId: 1, name: 2 } } }),
    ).rejects.toMatchObject({ code: "schools_mapping_placeless" });
    for (const nothing of [null, 1, "x", []]) expect(readMapping(nothing)).toHaveProperty("problems");
  });
});

describe("a dry run", () => {
  it("says what would change, and changes nothing", async () => {
    const head = "urn,name,lat,lon,IMD decile\n";
    await load("VU", `${head}1,First School,-17,168,3\n`);
    const audits = await services.db.$count(auditEntries);
    const report = await load(
      "VU",
      `${head}1,Renamed School,-17,168,3\n2,New School,-17,168,11\n3,New School,-17,168,10\n`,
      {
        dryRun: true,
      },
    );
    expect(report).toMatchObject({ read: 3, added: 1, changed: 1, bad: 1, loaded: false });
    expect(report.badRows).toMatchObject([
      { line: 3, reason: expect.stringContaining("disadvantageDecile") },
    ]);
    expect(await of("VU")).toMatchObject([{ name: "First School", disadvantageDecile: 3 }]);
    expect(await services.db.$count(auditEntries)).toBe(audits);
  });
});

describe("texts of a mapped register", () => {
  it.each([
    ["11.5", undefined, "11.5"],
    ["1.234,5", ",", "1234.5"],
    ["11°30'36\"N", undefined, "11.5100000"],
    ["105° 27.5' O", undefined, "-105.4583333"],
    ["-11°30'", undefined, "-11.5000000"],
    ["11,5 S", ",", "-11.5"],
  ] as const)("reads %s degrees", (text, decimal, plain) => {
    expect(plainDegrees(text, decimal)).toBe(plain);
  });

  it.each([
    ["11.99, 105.46", undefined, ["11.99", "105.46"]],
    ["11,99; 105,46", ",", ["11,99", "105,46"]],
    ["11,99 105,46", ",", ["11,99", "105,46"]],
    ["POINT(105.46 11.99)", undefined, ["105.46", "11.99"]],
    ["11°59'N 105°27'E", undefined, ["11°59'N", "105°27'E"]],
  ] as const)("parts %s", (text, decimal, parts) => {
    expect(twoNumbers(text, decimal)).toEqual(parts);
  });

  it("follows a pattern of dates to the letter", () => {
    expect(isoDate("31.08.2020", "DD.MM.YYYY")).toBe("2020-08-31");
    expect(isoDate("8/3/2020", "M/D/YYYY")).toBe("2020-08-03");
    expect(isoDate("20200831", "YYYYMMDD")).toBe("2020-08-31");
    expect(() => isoDate("2020-08-31", "DD/MM/YYYY")).toThrow();
    expect(plainNumber("1 234.5", ".")).toBe("1234.5");
  });

  it("turns ranks and scores into tenths that grow the right way (property)", () => {
    const rank = fc
      .integer({ min: 10, max: 40_000 })
      .chain((rankOf) => fc.tuple(fc.integer({ min: 1, max: rankOf }), fc.constant(rankOf)));
    fc.assert(
      fc.property(rank, ([value, rankOf]) => {
        const lowest = tenthOf(value, { rankOf, mostIs: "lowest" })!;
        expect(lowest).toBeGreaterThanOrEqual(1);
        expect(lowest).toBeLessThanOrEqual(10);
        expect(tenthOf(rankOf + 1 - value, { rankOf, mostIs: "highest" })).toBe(lowest);
      }),
    );
    expect(tenthOf(32_844, { rankOf: 32_844, mostIs: "lowest" })).toBe(10);
    expect(tenthOf(0, { rankOf: 100, mostIs: "lowest" })).toBeNull();
    const scoreBounds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect([0, 5, 100].map((score) => tenthOf(score, { scoreBounds, mostIs: "highest" }))).toEqual([
      10, 6, 1,
    ]);
    expect(tenthOf(0, { scoreBounds, mostIs: "lowest" })).toBe(1);
  });
});

describe("the text of a register", () => {
  const whole = async (bytes: Uint8Array, size: number, encoding?: string) => {
    let text = "";
    for await (const piece of readRegisterText(inPieces(bytes, size), () => {}, encoding)) text += piece;
    return text;
  };

  it("ends every line with \\n, however it ended and wherever the pieces part (property)", async () => {
    const lines = fc.array(fc.constantFrom("a", "é", "\r", "\n", "\r\n", '"', "ខ", "😀", ";"), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const text = parts.join("");
        expect(await whole(Buffer.from(text), size)).toBe(text.replace(/\r\n?/g, "\n"));
      }),
    );
  });

  it("takes CR-only files, quoted line ends, a byte order mark, tabs, and refuses NUL by its row", async () => {
    const text = '\ufeffurn\tname\tlat\tlon\r1\t"Two\rlines"\t1\t2\r2\tA\0B\t1\t2\r3\tC\t1\t2\r';
    const report = await load("SB", text);
    expect(report).toMatchObject({ read: 3, added: 2, bad: 1 });
    expect(report.badRows).toMatchObject([{ line: 4, reason: expect.stringContaining("cannot be shown") }]);
    expect((await of("SB")).map(({ name }) => name)).toEqual(["Two lines", "C"]);
  });

  it("takes bytes that are no UTF-8 for Windows-1252, and mixed line ends", async () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("urn;name;lat;lon\r\n1;Coll"),
      0xe8,
      ...Buffer.from("ge;1,5;2,5\n2;B;1;2\r3;C;1;2"),
    ]);
    expect(await load("PW", bytes)).toMatchObject({ read: 3, added: 3 });
    expect((await of("PW"))[0]).toMatchObject({ name: "Collège", latitude: 1.5 });
  });
});
