import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

/**
 * Looks for texts in every column of every table and view of every schema of a database, whatever their types; bytes are
 * read as text. Large and small letters are the same.
 * @returns where each was found, as "text in schema.table.column"
 */
export async function findInDatabase(pool: pg.Pool, wanted: readonly string[]): Promise<string[]> {
  const { rows: columns } = await pool.query<{
    table: string;
    column: string;
    bytes: boolean;
    shown: string;
  }>(`
    select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(a.attname) as "column",
      t.typname = 'bytea' as bytes, n.nspname || '.' || c.relname || '.' || a.attname as shown
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r','p','m')
      and n.nspname not in ('pg_catalog','information_schema') and n.nspname not like 'pg_toast%'`);
  const found: string[] = [];
  for (const { table, column, bytes, shown } of columns) {
    const text = bytes ? `encode(held.${column}, 'escape')` : `held.${column}::text`;
    const { rows } = await pool.query<{ sought: string }>(
      `select looking.sought from unnest($1::text[]) as looking (sought)
        where exists (select from ${table} as held
          where position(lower(looking.sought) in lower(${text})) > 0)`,
      [wanted],
    );
    found.push(...rows.map(({ sought }) => `${sought} in ${shown}`));
  }
  return found.sort();
}

/** The same for every file below a folder, read as text. @returns "text in path" */
export async function findInFolder(folder: string, wanted: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const text = `${file}\n${(await readFile(file)).toString("utf8")}`.toLowerCase();
    found.push(
      ...wanted.filter((value) => text.includes(value.toLowerCase())).map((value) => `${value} in ${file}`),
    );
  }
  return found;
}
