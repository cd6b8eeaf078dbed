import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { RuleBroken } from "~/platform/errors/errors";
import { delimiterOf, readHeadings } from "./columns";
import { mappedReader, type RowReader } from "./mapped-row";
import type { RegisterMapping } from "./mapping";
import { readRow } from "./row";

/** Longest record in characters; more than ten times what any register has. What is longer begins with a stray quote. */
const LONGEST_RECORD = 65_536;

export type RegisterRecord =
  /** Line of the file the record begins on, from 1. */
  | { line: number; cells: string[] }
  /** A quotation mark opens on this line and is never closed: nothing after it can be read. */
  | { line: number; unreadable: true };

/**
 * Parses a register as it arrives.
 * @param text pieces of the file, every line ending with "\n"
 * @param mapping what its columns are; found out by their headings unless given
 * @returns its records below the headings, and how to read one
 * @throws RuleBroken when it is empty or lacks a column
 */
export async function readRecords(
  text: AsyncGenerator<string>,
  mapping?: RegisterMapping,
): Promise<{ reader: RowReader; records: AsyncGenerator<RegisterRecord> }> {
  let head = "";
  while (!head.trim().includes("\n") && head.length < LONGEST_RECORD) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  if (head.trim() === "") throw new RuleBroken("schools_import_empty");
  async function* whole() {
    yield head;
    yield* text;
  }
  const delimiter = mapping?.delimiter ?? delimiterOf(head.trimStart().split("\n")[0]!);
  const all = parseRecords(whole(), delimiter);
  const first = (await all.next()).value as RegisterRecord | undefined;
  const cells = first && "cells" in first ? first.cells : [];
  try {
    const reader = mapping ? mappedReader(mapping, cells) : plainReader(cells);
    return { reader, records: mapping?.headings === false && first ? withFirst(first, all) : all };
  } catch (error) {
    await all.return(undefined);
    throw error;
  }
}

async function* withFirst(first: RegisterRecord, others: AsyncGenerator<RegisterRecord>) {
  yield first;
  yield* others;
}

function plainReader(headings: string[]): RowReader {
  const { columns, missing } = readHeadings(headings);
  if (missing.length > 0) {
    throw new RuleBroken("schools_import_columns_missing", { columns: missing.join(", ") });
  }
  return { columns, read: (cells, country) => readRow(columns, cells, country) };
}

async function* parseRecords(
  text: AsyncGenerator<string>,
  delimiter: string,
): AsyncGenerator<RegisterRecord> {
  let lastLine = 0;
  let unreadableFrom: number | null = null;
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    // Otherwise the parser drops the good records it still holds when it meets a bad one.
    skip_records_with_error: true,
    // Each record travels with the line it ends on before its cells.
    on_record: (cells: string[], info) => {
      lastLine = info.lines;
      return [String(lastLine), ...cells];
    },
    on_skip: () => {
      unreadableFrom ??= lastLine + 1;
      return undefined;
    },
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const [line, ...cells] of parser as AsyncIterable<string[]>) {
      const lineBreaks = cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
      if (cells.some((cell) => cell.trim() !== "")) yield { line: Number(line) - lineBreaks, cells };
    }
    if (unreadableFrom !== null) yield { line: unreadableFrom, unreadable: true };
  } finally {
    source.destroy();
  }
}
