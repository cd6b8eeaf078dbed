import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { RuleBroken } from "~/platform/errors/errors";
import { delimiterOf, type RegisterColumns, readHeadings } from "./columns";

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
 * @returns its columns, and its records below the headings
 * @throws RuleBroken when it is empty or lacks a column
 */
export async function readRecords(
  text: AsyncGenerator<string>,
): Promise<{ columns: RegisterColumns; records: AsyncGenerator<RegisterRecord> }> {
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
  const all = parseRecords(whole(), delimiterOf(head.trimStart().split("\n")[0]!));
  const headings = (await all.next()).value as RegisterRecord | undefined;
  const { columns, missing } = readHeadings(headings && "cells" in headings ? headings.cells : []);
  if (missing.length > 0) {
    await all.return(undefined);
    throw new RuleBroken("schools_import_columns_missing", { columns: missing.join(", ") });
  }
  return { columns, records: all };
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
