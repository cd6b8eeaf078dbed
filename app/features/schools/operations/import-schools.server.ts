import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announceInPortions } from "~/platform/events/announce.server";
import { translate } from "~/platform/i18n/translate.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import * as schema from "~db/schema";
import { isKnownCountry } from "../countries.server";
import type { SchoolsFact } from "../facts";
import { mayImport } from "../permissions";
import {
  copyIncoming,
  copyLine,
  createIncoming,
  dateClosed,
  placing,
  removeDoubles,
  removePlaceless,
  type Taken,
  takeIncoming,
} from "../register/copy.server";
import type { RowReader } from "../register/mapped-row";
import { type RegisterMapping, readMapping } from "../register/mapping";
import { type RegisterRecord, readRecords } from "../register/records.server";
import type { RowProblem } from "../register/row-problem";
import { readRegisterText } from "../register/text.server";

/** Bad rows that are told one by one; more are only counted. */
const MOST_BAD_ROWS = 1_000;

/** Rows go to the database in pieces of about this many characters. */
const PIECE = 65_536;

export type BadRow = { line: number; reason: string };

export type SchoolsImportReport = {
  /** Rows below the headings. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Rows not taken. */
  bad: number;
  /** The first thousand of them, by line. */
  badRows: BadRow[];
  /** False when `strict` found a bad row, or where it was only to say what it would do: then nothing was written. */
  loaded: boolean;
};

export type SchoolsImport = {
  /** ISO 3166-1 alpha-2 of the country whose register it is. */
  country?: string;
  /** Loads nothing if one row is bad. */
  strict?: boolean;
  /** What its columns are, as read from JSON (`register/mapping.ts`); found out by their headings unless given. */
  mapping?: unknown;
  /** Reads all of it and says what it would change, and changes nothing. */
  dryRun?: boolean;
  /** Told after each piece read; the total is null where it is not known. */
  onProgress?: (bytesRead: number, bytesTotal: number | null) => void;
} & ({ file: string; stream?: undefined } | { stream: AsyncIterable<Uint8Array>; file?: undefined });

/**
 * Reads a register of schools (CSV) in: adds what is new, changes what differs, leaves the rest untouched, all of it or
 * nothing. Schools that the register no longer lists stay; a close date closes them.
 * A record that was merged into another is left alone.
 * @throws NotAllowed, and RuleBroken when the file is missing, empty or lacks a column, the country is unknown, or the
 * mapping is wrong
 */
export async function importSchools(
  services: Services,
  actor: Actor,
  input: SchoolsImport,
): Promise<SchoolsImportReport> {
  const { country = "GB", strict = false, dryRun = false } = input;
  if (!mayImport(actor)) throw new NotAllowed();
  if (!isKnownCountry(country)) throw new RuleBroken("schools_country_unknown", { country });
  const mapping = input.mapping === undefined ? undefined : checkedMapping(input.mapping);
  const { bytes, total } = await openSource(input);
  const text = readRegisterText(bytes, (count) => input.onProgress?.(count, total), mapping?.encoding);
  const { reader, records } = await readRecords(text, mapping);

  // A connection of its own, for COPY has to run on the one that holds the transaction. It is not tried again after a
  // deadlock as `transaction` would, because a stream can be read only once.
  const client = await services.pool.connect();
  try {
    const whole = drizzle(client, { schema, casing: "snake_case" }).transaction(async (tx) => {
      await client.query("set local statement_timeout = '10min'");
      await client.query(createIncoming);
      const report = await copyRecords(client, reader, records, { country, mapping });
      if (strict && report.bad > 0) return { ...report, loaded: false };
      // Two imports of one country at once would wait for each other's rows: the second waits here for all of the first.
      await client.query("select pg_advisory_xact_lock(hashtext('import schools'), hashtext($1))", [country]);
      const taken = await client.query<Taken>(takeIncoming(reader.columns), [country]);
      const { added, changed, ids } = taken.rows[0]!;
      const unchanged = report.read - report.bad - added - changed;
      if (dryRun) throw new OnlyTried({ ...report, added, changed, unchanged, loaded: false });
      if (added + changed > 0) {
        await client.query("analyze schools");
        await announceInPortions<SchoolsFact>(tx, ids, (schoolIds) => ({
          kind: "schools.imported",
          country,
          schoolIds,
        }));
        await audit(tx, actor, {
          act: "schools imported",
          subjectType: "country",
          subjectId: country,
          details: { read: report.read, added, changed, bad: report.bad },
        });
      }
      return { ...report, added, changed, unchanged };
    });
    // A thrown report is what rolls a trial back.
    return await whole.catch((thrown: unknown) => {
      if (thrown instanceof OnlyTried) return thrown.report;
      throw thrown;
    });
  } finally {
    client.release();
  }
}

class OnlyTried extends Error {
  constructor(readonly report: SchoolsImportReport) {
    super("only tried");
  }
}

function checkedMapping(value: unknown): RegisterMapping {
  const read = readMapping(value);
  if ("mapping" in read) return read.mapping;
  throw new RuleBroken("schools_mapping_wrong", { problems: read.problems.join("; ") });
}

async function openSource(
  input: SchoolsImport,
): Promise<{ bytes: AsyncIterable<Uint8Array>; total: number | null }> {
  if (input.stream) return { bytes: input.stream, total: null };
  const found = await stat(input.file).catch(() => null);
  if (!found?.isFile()) throw new RuleBroken("schools_import_no_file", { file: input.file });
  return { bytes: createReadStream(input.file), total: found.size };
}

/** Copies the good rows into the temporary table and notes the bad ones. */
async function copyRecords(
  client: pg.PoolClient,
  reader: RowReader,
  records: AsyncGenerator<RegisterRecord>,
  { country, mapping }: { country: string; mapping: RegisterMapping | undefined },
): Promise<SchoolsImportReport> {
  const report: SchoolsImportReport = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    bad: 0,
    badRows: [],
    loaded: true,
  };
  const refuse = (line: number, { code, values }: RowProblem) => {
    report.bad++;
    if (report.badRows.length < MOST_BAD_ROWS) report.badRows.push({ line, reason: translate(code, values) });
  };
  async function* lines() {
    let piece = "";
    for await (const record of records) {
      const result: ReturnType<RowReader["read"]> =
        "cells" in record
          ? reader.read(record.cells, country)
          : { problem: { code: "schools_row_unreadable" } };
      if ("leftOut" in result) continue;
      report.read++;
      if ("row" in result) piece += copyLine(record.line, result.row);
      else refuse(record.line, result.problem);
      if (piece.length >= PIECE) {
        yield piece;
        piece = "";
      }
    }
    if (piece) yield piece;
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(copyIncoming)));
  const doubles = await client.query<{ line: number; first: number }>(removeDoubles);
  for (const { line, first } of doubles.rows) refuse(line, { code: "schools_row_double", values: { first } });
  await client.query(dateClosed, [country]);
  if (mapping?.positionFrom.length) {
    for (const by of ["known", ...mapping.positionFrom] as const) await client.query(placing[by], [country]);
    const placeless = await client.query<{ line: number }>(removePlaceless);
    for (const { line } of placeless.rows) refuse(line, { code: "schools_row_placeless" });
  }
  report.badRows.sort((a, b) => a.line - b.line);
  return report;
}
