import { RuleBroken } from "~/platform/errors/errors";
import { tidyText } from "../school";
import type { RegisterColumns, RegisterField } from "./columns";
import { isoDate, plainDegrees, plainNumber, twoNumbers } from "./mapped-texts";
import { type MappedColumn, type MappedSource, type RegisterMapping, tenthOf } from "./mapping";
import { type RegisterRow, readRow } from "./row";
import { type RowProblem, RowRefused } from "./row-problem";

/** What becomes of a row: a school, refused with a reason, or left out by the mapping's own wish. */
export type MappedRow = { row: RegisterRow } | { problem: RowProblem } | { leftOut: true };

export type RowReader = { columns: RegisterColumns; read: (cells: string[], country: string) => MappedRow };

/** The fields in the order their texts are handed on to `readRow`. */
const order: RegisterField[] = [
  ...(["registerId", "name", "town", "postcode", "latitude", "longitude", "easting", "northing"] as const),
  ...(["localAuthority", "phase", "type", "address", "closedOn", "status", "disadvantageDecile"] as const),
];

/**
 * Makes the reader of a register's rows by its mapping.
 * @param headings cells of the first line, or of any other where there are no headings
 * @throws RuleBroken where a column is not there, or nothing tells where schools are
 */
export function mappedReader(mapping: RegisterMapping, headings: string[]): RowReader {
  const { fields } = mapping;
  const names = headings.map(tidyText);
  const at = (column: MappedColumn, key: string): number => {
    const index =
      typeof column === "number" ? column - 1 : mapping.headings ? names.indexOf(tidyText(column)) : -1;
    if (index < 0 || index >= headings.length)
      throw new RuleBroken("schools_mapping_column", { key, column });
    return index;
  };
  const texts = new Map(
    Object.entries(fields).map(([field, source]) => [
      field,
      textOf(source, (column) => at(column, `fields.${field}`)),
    ]),
  );
  const conditions = (key: "only" | "skip") =>
    mapping[key].map(({ column, is }) => ({ index: at(column, key), is: new Set(is.map(tidyText)) }));
  const [only, skip] = [conditions("only"), conditions("skip")];
  const holds =
    (cells: string[]) =>
    ({ index, is }: { index: number; is: Set<string> }) =>
      is.has(tidyText(cells[index]!));
  const hasPlace =
    texts.has("position") ||
    (texts.has("latitude") && texts.has("longitude")) ||
    (texts.has("easting") && texts.has("northing"));
  if (!hasPlace && mapping.positionFrom.length === 0) throw new RuleBroken("schools_mapping_placeless");
  const told = order.filter(
    (field) => texts.has(field) || (texts.has("position") && /^l(at|ong)itude$/.test(field)),
  );
  const columns: RegisterColumns = {
    at: Object.fromEntries(told.map((field) => [field, [order.indexOf(field)]])),
    count: order.length,
  };
  return {
    columns,
    read(cells, country) {
      if (cells.length !== headings.length) {
        const values = { count: cells.length, expected: headings.length };
        return { problem: { code: "schools_row_cells", values } };
      }
      if (!only.every(holds(cells)) || skip.some(holds(cells))) return { leftOut: true };
      try {
        const canonical = canonicalCells(mapping, (field) => texts.get(field)?.(cells) ?? "");
        return readRow(columns, canonical, country, { placeless: mapping.positionFrom.length > 0 });
      } catch (error) {
        if (error instanceof RowRefused) return { problem: error.problem };
        throw error;
      }
    },
  };
}

function textOf(source: MappedSource, at: (column: MappedColumn) => number): (cells: string[]) => string {
  if (typeof source !== "object") {
    const index = at(source);
    return (cells) => tidyText(cells[index]!);
  }
  const wanted = [...(source.column === undefined ? [] : [source.column]), ...(source.columns ?? [])].map(at);
  const meaning = new Map(Object.entries(source.values ?? {}).map(([from, to]) => [tidyText(from), to]));
  return (cells) => {
    const joined = wanted
      .map((index) => tidyText(cells[index]!))
      .filter(Boolean)
      .join(source.join ?? " ");
    return meaning.get(joined) ?? (joined || (source.constant ?? ""));
  };
}

/** The texts of a row as a plain register would have them, in the order of the fields. */
function canonicalCells(mapping: RegisterMapping, text: (field: RegisterField) => string): string[] {
  const { decimal, dates, disadvantage } = mapping;
  const [latitude, longitude] = degreesOf(mapping, text);
  const number = (field: RegisterField) => plainNumber(text(field), decimal);
  const made: Partial<Record<RegisterField, string>> = {
    latitude: plainDegrees(latitude, decimal),
    longitude: plainDegrees(longitude, decimal),
    easting: number("easting"),
    northing: number("northing"),
    closedOn: dates ? isoDate(text("closedOn"), dates) : text("closedOn"),
    disadvantageDecile: disadvantage
      ? decileOf(number("disadvantageDecile"), disadvantage)
      : number("disadvantageDecile"),
  };
  return order.map((field) => made[field] ?? text(field));
}

function degreesOf({ positionOrder, decimal }: RegisterMapping, text: (field: RegisterField) => string) {
  const cell = text("position");
  if (cell === "") return [text("latitude"), text("longitude")] as const;
  const [first, second] = twoNumbers(cell, decimal);
  return positionOrder === "lat,lon" ? ([first, second] as const) : ([second, first] as const);
}

function decileOf(text: string, how: NonNullable<RegisterMapping["disadvantage"]>): string {
  if (text === "") return "";
  const value = /^[+-]?\d+(\.\d+)?$/.test(text) ? tenthOf(Number(text), how) : null;
  if (value === null) throw new RowRefused({ code: "schools_row_rank", values: { text: text.slice(0, 40) } });
  return String(value);
}
