import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importSchools } from "~/features/schools/index.server";
import { system, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { auditEntries, schools } from "~db/schema";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

let services: Services;
let folder: string;
beforeAll(async () => {
  services = (await house()).services;
  folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-schools-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every test has a country of its own. */
const countries = [
  "AD",
  "AE",
  "AF",
  "AG",
  "AI",
  "AL",
  "AM",
  "AO",
  "AR",
  "AT",
  "AU",
  "AZ",
  "BA",
  "BB",
  "BD",
  "BE",
];
const newCountry = () => countries.pop()!;

async function* stream(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === "string" ? Buffer.from(text) : text;
}
const load = (country: string, text: string, strict = false) =>
  importSchools(services, system, { stream: stream(text), country, strict });
const of = (country: string) =>
  services.db.select().from(schools).where(eq(schools.country, country)).orderBy(schools.registerId);
const facts = async (country: string) => {
  const found = await services.db.execute(
    sql`select payload -> 'fact' as fact from graphile_worker._private_jobs where payload -> 'fact' ->> 'country' = ${country}`,
  );
  return found.rows.map(({ fact }) => fact);
};

const head = "urn,name,town,postcode,lat,lon\n";

describe("reading a register in", () => {
  it("adds its schools once and tells of it once", async () => {
    const country = newCountry();
    const text = `\ufeff${head}1,First School,Town,AB1 2CD,10.5,20.25\n2,"Second, School","Old\nTown",,11,21\n`;
    expect(await load(country, text)).toMatchObject({
      read: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      bad: 0,
      loaded: true,
    });
    expect(await of(country)).toMatchObject([
      {
        registerId: "1",
        name: "First School",
        town: "Town",
        postcode: "AB1 2CD",
        latitude: 10.5,
        longitude: 20.25,
      },
      {
        registerId: "2",
        name: "Second, School",
        town: "Old Town",
        postcode: "",
        closedOn: null,
        phase: null,
      },
    ]);
    const before = await of(country);
    expect(await load(country, text)).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2, bad: 0 });
    expect(await of(country)).toEqual(before);
    const { rows } = await services.pool.query<{ ids: string }>(
      "select string_agg(id::text, ',' order by id) as ids from schools where country = $1",
      [country],
    );
    expect(await facts(country)).toEqual([{ kind: "schools.imported", country, schoolIds: rows[0]!.ids }]);
    const audited = await services.db.select().from(auditEntries).where(eq(auditEntries.subjectId, country));
    expect(audited).toMatchObject([
      { act: "schools imported", details: { read: 2, added: 2, changed: 0, bad: 0 } },
    ]);
  });

  it("changes what differs and keeps the school's identity", async () => {
    const country = newCountry();
    await load(country, `${head}1,Old Name,Town,,10,20\n2,Same,Town,,11,21\n`);
    const [first, second] = await of(country);
    const report = await load(
      country,
      `${head}1,New Name,Town,,10,20\n2,Same,Town,,11,21\n3,New,Town,,12,22\n`,
    );
    expect(report).toMatchObject({ read: 3, added: 1, changed: 1, unchanged: 1 });
    const after = await of(country);
    expect(after[0]).toMatchObject({ id: first!.id, name: "New Name" });
    expect(after[0]!.updatedAt.getTime()).toBeGreaterThan(first!.updatedAt.getTime());
    expect(after[1]).toEqual(second);
  });

  it("leaves alone what a shorter register does not tell", async () => {
    const country = newCountry();
    await load(
      country,
      "urn;name;lat;lon;phase;close date;local authority\n1;A;10,5;20,5;Primary;31-08-2024;Old Shire\n",
    );
    expect(await load(country, "urn,name,lat,lon\n1,A,10.5,20.5\n")).toMatchObject({
      unchanged: 1,
      changed: 0,
    });
    expect(await load(country, "urn,name,lat,lon\n1,B,10.5,20.5\n")).toMatchObject({ changed: 1 });
    expect(await of(country)).toMatchObject([
      { name: "B", latitude: 10.5, phase: "Primary", closedOn: "2024-08-31", localAuthority: "Old Shire" },
    ]);
    // An empty cell, on the other hand, says that there is nothing.
    expect(await load(country, "urn,name,lat,lon,phase\n1,B,10.5,20.5,\n")).toMatchObject({ changed: 1 });
    expect(await of(country)).toMatchObject([{ phase: null, localAuthority: "Old Shire" }]);
  });

  it("reports bad rows by line and loads the others", async () => {
    const country = newCountry();
    const report = await load(
      country,
      [
        "urn,name,town,postcode,lat,lon",
        "1,Good,Town,,10,20",
        "2,Bad latitude,Town,,100,20",
        '3,"Two',
        'lines",Town,,10,20',
        "4,Too few",
        ",No number,Town,,10,20",
        "1,Double,Town,,10,20",
        '5,"Never closed,Town,,10,20',
        "6,Swallowed,Town,,10,20",
      ].join("\r\n"),
    );
    expect(report).toMatchObject({ read: 7, added: 2, bad: 5, loaded: true });
    expect(report.badRows).toEqual([
      { line: 3, reason: "latitude 100 is not between -90 and 90" },
      { line: 6, reason: "holds 2 cells where the headings have 6" },
      { line: 7, reason: "has no number in the register" },
      { line: 8, reason: "has the same register number as line 2" },
      { line: 9, reason: "a quotation mark opens here and never closes; nothing after it was read" },
    ]);
    expect((await of(country)).map(({ name }) => name)).toEqual(["Good", "Two lines"]);
  });

  it("shows at most a thousand bad rows and counts them all", async () => {
    const report = await load(newCountry(), head + "1,,T,,1,1\n".repeat(1_500));
    expect(report).toMatchObject({ read: 1_500, bad: 1_500, added: 0 });
    expect(report.badRows).toHaveLength(1_000);
  });

  it("loads nothing when it is strict and one row is bad", async () => {
    const country = newCountry();
    const rows = `${head}1,Good,Town,,10,20\n2,,Town,,10,20\n`;
    expect(await load(country, rows, true)).toMatchObject({ read: 2, added: 0, bad: 1, loaded: false });
    expect(await load(country, `${head}1,Good,,,1,2\n1,Double,,,1,2\n`, true)).toMatchObject({
      bad: 1,
      loaded: false,
    });
    expect(await of(country)).toEqual([]);
    expect(await facts(country)).toEqual([]);
    expect(await load(country, `${head}1,Good,Town,,10,20\n`, true)).toMatchObject({
      added: 1,
      loaded: true,
    });
  });

  it("keeps hostile text as text", async () => {
    const country = newCountry();
    const hostile = [
      "\\.",
      "\\N",
      "a\\tb\\n",
      "'; drop table schools; --",
      "=HYPERLINK(1)",
      "<script>alert(1)</script>",
      "{{7*7}}",
    ];
    const rows = hostile.map((name, at) => `${at},"x ${name}",T,,10,20\n`).join("");
    expect(await load(country, head + rows)).toMatchObject({ added: hostile.length, bad: 0 });
    expect((await of(country)).map(({ name }) => name)).toEqual(hostile.map((name) => `x ${name}`));
  });

  it("leaves nothing behind when the file breaks off", async () => {
    const country = newCountry();
    async function* broken() {
      yield Buffer.from(`${head}1,Good,Town,,10,20\n`.padEnd(200_000, "\n"));
      throw new Error("the disk went away");
    }
    await expect(importSchools(services, system, { stream: broken(), country })).rejects.toThrow(
      "the disk went away",
    );
    expect(await of(country)).toEqual([]);
    // The connection is in order and goes on serving.
    expect(await load(country, `${head}1,Good,Town,,10,20\n`)).toMatchObject({ added: 1 });
  });

  it("gives the same when two run at once", async () => {
    const country = newCountry();
    const rows = Array.from({ length: 3_000 }, (_, at) => `${at},School ${at},Town,,10,20\n`);
    const [one, two] = await Promise.all([
      load(country, head + rows.join("")),
      load(country, head + [...rows].reverse().join("")),
    ]);
    expect(one.added + two.added).toBe(3_000);
    expect(one.unchanged + two.unchanged).toBe(3_000);
    expect(await of(country)).toHaveLength(3_000);
    // Each tells of at most 500, and only of what is new.
    expect(await facts(country)).toHaveLength(6);
  });
});

describe("what is refused", () => {
  it("is the import of anybody but administrators and commands", async () => {
    const member = await makePerson(services);
    const input = { stream: stream(head), country: "GB" };
    await expect(importSchools(services, visitor, input)).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    await expect(importSchools(services, member, input)).rejects.toMatchObject({ code: "error_not_allowed" });
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    expect(await importSchools(services, administrator, input)).toMatchObject({ read: 0 });
  });

  it("is a file that is none", async () => {
    const file = path.join(folder, "none.csv");
    await expect(importSchools(services, system, { file })).rejects.toMatchObject({
      code: "schools_import_no_file",
    });
    await expect(importSchools(services, system, { file: folder })).rejects.toMatchObject({
      code: "schools_import_no_file",
    });
    await expect(load("XX", head)).rejects.toMatchObject({ code: "schools_country_unknown" });
    await expect(load("GB", "PK\u0003\u0004 not a table")).rejects.toMatchObject({
      code: "schools_import_columns_missing",
    });
  });
});

describe("progress", () => {
  it("is told in bytes of the file", async () => {
    const file = path.join(folder, "some.csv");
    const text = head + Array.from({ length: 5_000 }, (_, at) => `${at},School ${at},Town,,10,20\n`).join("");
    await writeFile(file, text);
    const told: [number, number | null][] = [];
    const onProgress = (read: number, total: number | null) => told.push([read, total]);
    await importSchools(services, system, { file, country: newCountry(), onProgress });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual([text.length, text.length]);
    expect(told.map(([read]) => read)).toEqual(told.map(([read]) => read).sort((a, b) => a - b));
  });
});

describe("the register of England", () => {
  const file = fileURLToPath(new URL("../../../../shared/data/schools/england-2025.csv", import.meta.url));

  it("loads whole, and once", async ({ skip }) => {
    if (!existsSync(file)) skip("the register is not there: ../shared/data/schools/england-2025.csv");
    const first = await importSchools(services, system, { file });
    expect(first).toMatchObject({ read: 15_849, bad: 0, badRows: [], loaded: true });
    expect(first.added + first.unchanged).toBe(15_849);
    expect(await importSchools(services, system, { file, strict: true })).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 15_849,
    });
  });
});
