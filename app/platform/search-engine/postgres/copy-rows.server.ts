import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { storable, toJson } from "../text/to-json";
import type { IndexRow } from "./index-rows.server";

/** Rows go to the database in pieces of about this many characters. */
const PIECE = 131_072;

/** A COPY that is under way. */
export type Copying = {
  /** Takes rows as they come; waits while the database has enough to do. */
  write(lines: Iterable<string>): Promise<void>;
  end(): Promise<void>;
  /** Gives up, so that the connection can be used again; what was copied is lost with the transaction. */
  abort(reason: Error): Promise<void>;
};

/** Begins to copy rows into a table that was made in the same transaction: they count as settled from the start. */
export function copyInto(client: pg.ClientBase, table: string, columns: readonly string[]): Copying {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin with (freeze)`));
  const done = finished(stream);
  // Whoever writes next is told; until then it is nobody's.
  done.catch(() => undefined);
  const send = async (piece: string) => {
    if (!stream.write(piece)) await Promise.race([once(stream, "drain"), done]);
  };
  return {
    async write(lines) {
      let piece = "";
      for (const line of lines) {
        piece += line;
        if (piece.length < PIECE) continue;
        await send(piece);
        piece = "";
      }
      if (piece) await send(piece);
    },
    async end() {
      stream.end();
      await done;
    },
    async abort(reason) {
      stream.destroy(reason);
      await done.catch(() => undefined);
    },
  };
}

/** Columns of search_documents in the order of `documentLine`. */
export const documentColumns = [
  "type",
  "record_id",
  "slug",
  "title",
  "summary",
  "body",
  "language",
  "shown",
  "facets",
  "audience",
  "words",
  "title_key",
  "minutes",
  "newest_at",
  "hash",
] as const satisfies (keyof IndexRow)[];

/** A row of search_documents as a line of COPY's text format. */
export const documentLine = (row: IndexRow): string =>
  `${documentColumns.map((column) => field(row[column])).join("\t")}\n`;

type Field = string | number | null | string[] | Record<string, unknown>;

/** Any row as a line of COPY's text format. */
export const line = (values: Field[]): string => `${values.map(field).join("\t")}\n`;

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function field(value: Field): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  const text =
    typeof value === "string" ? storable(value) : Array.isArray(value) ? arrayOf(value) : toJson(value);
  return text.replace(special, (sign) => escapes[sign]!);
}

const arrayOf = (values: string[]) =>
  `{${values.map((value) => `"${storable(value).replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
