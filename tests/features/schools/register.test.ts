import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimiterOf, readHeadings } from "~/features/schools/register/columns";
import { type RegisterRecord, readRecords } from "~/features/schools/register/records.server";
import { readRow } from "~/features/schools/register/row";
import { readRegisterText } from "~/features/schools/register/text.server";
import { tidyPostcode, tidyTown } from "~/features/schools/school";

async function* pieces(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function decode(bytes: Uint8Array, sizes: number[] = []): Promise<string> {
  let text = "";
  for await (const piece of readRegisterText(pieces(bytes, sizes), () => undefined)) text += piece;
  return text;
}

async function records(text: string): Promise<RegisterRecord[]> {
  const bytes = pieces(Buffer.from(text), []);
  const read = await readRecords(readRegisterText(bytes, () => undefined));
  const found: RegisterRecord[] = [];
  for await (const record of read.records) found.push(record);
  return found;
}

describe("the text of a register", () => {
  it("is the same however it arrives", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "ភ", "😀", "\r", "\n", "\r\n", '"', ";") });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(7)), async (written, sizes) => {
        expect(await decode(Buffer.from(written), sizes)).toBe(written.replace(/\r\n?/g, "\n"));
      }),
    );
  });

  it("loses its byte order mark and no other", async () => {
    expect(await decode(Buffer.from("\ufeffurn\ufeff"))).toBe("urn\ufeff");
  });

  it("may be Windows-1252 or UTF-16", async () => {
    const windows = Buffer.concat([
      Buffer.from("École".replace("É", "E")),
      Buffer.from([0xc9, 0x63, 0xf4, 0x6c, 0xe9]),
    ]);
    for (let cut = 0; cut < windows.length; cut++) expect(await decode(windows, [cut])).toBe("EcoleÉcôlé");
    const little = Buffer.from("\ufeffÉcole", "utf16le");
    for (let cut = 2; cut < little.length; cut++) expect(await decode(little, [cut])).toBe("École");
    expect(await decode(Buffer.from(little).swap16())).toBe("École");
  });
});

describe("the columns of a register", () => {
  it("are found by what registers call them", () => {
    const plain = readHeadings(["urn", "name", "town", "postcode", "lat", "lon"]);
    expect(plain.missing).toEqual([]);
    expect(plain.columns.at).toMatchObject({
      registerId: [0],
      name: [1],
      town: [2],
      postcode: [3],
      latitude: [4],
    });
    const english = readHeadings([
      "URN",
      "LA (code)",
      "LA (name)",
      "EstablishmentNumber",
      "EstablishmentName",
      "TypeOfEstablishment (name)",
      "CloseDate",
      "PhaseOfEducation (name)",
      "Street",
      "Locality",
      "Address3",
      "Town",
      "Postcode",
      "Easting",
      "Northing",
    ]);
    expect(english.missing).toEqual([]);
    expect(english.columns.at).toMatchObject({
      registerId: [0],
      localAuthority: [2],
      name: [4],
      type: [5],
      closedOn: [6],
      phase: [7],
      address: [8, 9, 10],
      town: [11],
      postcode: [12],
      easting: [13],
      northing: [14],
    });
    const french = readHeadings([
      "Identifiant_de_l_etablissement",
      "Nom_etablissement",
      "Nom_commune",
      "Code_postal",
      "latitude",
      "longitude",
    ]);
    expect(french.missing).toEqual([]);
  });

  it("are missed by name", () => {
    expect(readHeadings(["a", "b"]).missing).toEqual(["urn", "name", "lat", "lon"]);
    expect(readHeadings(["urn", "name", "easting"]).missing).toEqual(["lat", "lon"]);
  });

  it("are parted by what parts the headings", () => {
    expect(delimiterOf("a,b,c")).toBe(",");
    expect(delimiterOf("a;b, c;d")).toBe(";");
    expect(delimiterOf("a\tb\tc")).toBe("\t");
    expect(delimiterOf('a;"b,c,d,e";f')).toBe(";");
  });
});

describe("the records of a register", () => {
  const head = "urn,name,lat,lon\n";

  it("know their lines, also after quoted line ends, empty lines and either kind of line end", async () => {
    expect(await records(`${head}1,"a\nb",1,2\n\n2,c,3,4\n , , ,\n3,d,5,6`)).toEqual([
      { line: 2, cells: ["1", "a\nb", "1", "2"] },
      { line: 5, cells: ["2", "c", "3", "4"] },
      { line: 7, cells: ["3", "d", "5", "6"] },
    ]);
    expect(await records('urn;name;lat;lon\r\n1;"a\r\nb";1;2\r\n2;c;3;4\r\n')).toEqual([
      { line: 2, cells: ["1", "a\nb", "1", "2"] },
      { line: 4, cells: ["2", "c", "3", "4"] },
    ]);
    expect(await records("urn\tname\tlat\tlon\r1\tx\t1\t2")).toEqual([
      { line: 2, cells: ["1", "x", "1", "2"] },
    ]);
  });

  it("may hold quotation marks in the middle", async () => {
    expect(await records(`${head}1,St "Mary" School,1,2\n2,"say ""hello""",3,4\n`)).toEqual([
      { line: 2, cells: ["1", 'St "Mary" School', "1", "2"] },
      { line: 3, cells: ["2", 'say "hello"', "3", "4"] },
    ]);
  });

  it("end where a quotation mark never closes", async () => {
    expect(await records(`${head}1,a,1,2\n2,"b,3,4\n3,c,5,6\n`)).toEqual([
      { line: 2, cells: ["1", "a", "1", "2"] },
      { line: 3, unreadable: true },
    ]);
    const long = "4,d,7,8\n".repeat(20_000);
    expect(await records(`${head}1,a,1,2\n2,"b,3,4\n${long}`)).toEqual([
      { line: 2, cells: ["1", "a", "1", "2"] },
      { line: 3, unreadable: true },
    ]);
  });

  it("are refused without headings", async () => {
    await expect(records("")).rejects.toMatchObject({ code: "schools_import_empty" });
    await expect(records(" \n\n")).rejects.toMatchObject({ code: "schools_import_empty" });
    await expect(records("1,a,1,2\n")).rejects.toMatchObject({
      code: "schools_import_columns_missing",
      values: { columns: "urn, name, lat, lon" },
    });
    await expect(records(`"${"x".repeat(200_000)}`)).rejects.toMatchObject({
      code: "schools_import_columns_missing",
    });
  });
});

describe("a row of a register", () => {
  const { columns } = readHeadings([
    "urn",
    "name",
    "town",
    "postcode",
    "lat",
    "lon",
    "close date",
    "easting",
    "northing",
  ]);
  const good = ["100", " Trent  Bridge\nSchool ", "Nottingham", "ng72rd", "52.95", "-1.15", "", "", ""];
  const read = (changes: Record<number, string>) =>
    readRow(
      columns,
      good.map((cell, at) => changes[at] ?? cell),
      "GB",
    );
  const problem = (changes: Record<number, string>) =>
    (read(changes) as { problem: { code: string } }).problem?.code;

  it("is tidied", () => {
    expect(read({})).toEqual({
      row: {
        registerId: "100",
        name: "Trent Bridge School",
        town: "Nottingham",
        postcode: "NG7 2RD",
        latitude: 52.95,
        longitude: -1.15,
        localAuthority: "",
        phase: "",
        type: "",
        address: "",
        closed: false,
        disadvantageDecile: null,
        closedOn: "",
      },
    });
  });

  it("takes decimal commas, day-first dates and the British grid", () => {
    expect(read({ 4: "52,95" })).toMatchObject({ row: { latitude: 52.95 } });
    expect(read({ 6: "31-08-2024" })).toMatchObject({ row: { closedOn: "2024-08-31" } });
    expect(read({ 6: "1.9.2024" })).toMatchObject({ row: { closedOn: "2024-09-01" } });
    expect(read({ 6: "2024-08-31T00:00:00Z" })).toMatchObject({ row: { closedOn: "2024-08-31" } });
    const onGrid = read({ 4: "", 5: "", 7: "456000", 8: "339000" });
    expect("row" in onGrid && onGrid.row.latitude).toBeCloseTo(52.945, 2);
  });

  it("says what is wrong", () => {
    expect(problem({ 0: " " })).toBe("schools_row_register_id_missing");
    expect(problem({ 1: "" })).toBe("schools_row_name_missing");
    expect(problem({ 1: "— … —" })).toBe("schools_row_name_missing");
    expect(problem({ 1: "x".repeat(201) })).toBe("schools_row_too_long");
    expect(problem({ 1: "a\u0000b" })).toBe("schools_row_control_character");
    expect(problem({ 4: "91" })).toBe("schools_row_latitude_outside");
    expect(problem({ 5: "-180.1" })).toBe("schools_row_longitude_outside");
    expect(problem({ 4: "fifty" })).toBe("schools_row_number");
    expect(problem({ 4: "0x10" })).toBe("schools_row_number");
    expect(problem({ 4: "1e3" })).toBe("schools_row_number");
    expect(problem({ 4: "NaN" })).toBe("schools_row_number");
    expect(problem({ 4: "" })).toBe("schools_row_position_missing");
    expect(problem({ 4: "0", 5: "0" })).toBe("schools_row_position_missing");
    expect(problem({ 4: "", 5: "", 7: "0", 8: "0" })).toBe("schools_row_grid_outside");
    expect(problem({ 6: "31/06/2024" })).toBe("schools_row_date");
    expect(problem({ 6: "2024-13-01" })).toBe("schools_row_date");
    expect(problem({ 6: "soon" })).toBe("schools_row_date");
    expect(readRow(columns, ["1", "2"], "GB")).toMatchObject({ problem: { code: "schools_row_cells" } });
  });

  it("is read or refused, whatever it holds", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("52.95", "-1.15", "", "2024-01-31"),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), (cells) => {
        const result = readRow(columns, cells, "GB");
        if ("problem" in result) return;
        expect(Math.abs(result.row.latitude!)).toBeLessThanOrEqual(90);
        expect(Math.abs(result.row.longitude!)).toBeLessThanOrEqual(180);
        expect(result.row.name).not.toBe("");
        expect(Object.values(result.row).join("")).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe("a town", () => {
  it("is not shouted", () => {
    expect(tidyTown("GAINSBOROUGH")).toBe("Gainsborough");
    expect(tidyTown("SAINT-ÉTIENNE")).toBe("Saint-Étienne");
    expect(tidyTown("BISHOP'S STORTFORD")).toBe("Bishop's Stortford");
    expect(tidyTown("Stoke-on-Trent")).toBe("Stoke-on-Trent");
    expect(tidyTown("Ash")).toBe("Ash");
    expect(tidyTown("ភ្នំពេញ")).toBe("ភ្នំពេញ");
  });
});

describe("a postcode", () => {
  it("is written as its country writes it", () => {
    expect(tidyPostcode(" ng72rd ", "GB")).toBe("NG7 2RD");
    expect(tidyPostcode("sw1a  1aa", "GB")).toBe("SW1A 1AA");
    expect(tidyPostcode("m1 1ae", "GB")).toBe("M1 1AE");
    expect(tidyPostcode("1234 ab", "NL")).toBe("1234 AB");
    expect(tidyPostcode("nowhere", "GB")).toBe("NOWHERE");
  });
});
