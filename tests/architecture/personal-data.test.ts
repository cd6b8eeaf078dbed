import { expect, it } from "vitest";
import type { Treatment } from "~/platform/personal/personal";
import { personal } from "~/wiring/personal.server";
import { house } from "../support/house";

type Column = { table: string; column: string; text: boolean; onDelete: string | null };

/** Every column that holds text or names a person, in every schema of a migrated database. */
async function columnsThatMatter(): Promise<Column[]> {
  const { pool } = (await house()).services;
  const { rows } = await pool.query<Column>(`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as "table",
      a.attname as "column",
      t.typcategory in ('S','A') or t.typname in ('json','jsonb','bytea','tsvector','xml') as text,
      (select k.confdeltype from pg_constraint k
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid = 'people'::regclass
          and a.attnum = any(k.conkey)) as "onDelete"
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r','p','m','f')
      and n.nspname not in ('pg_catalog','information_schema') and n.nspname not like 'pg_toast%'
      and n.nspname not like 'pg_temp%'
    order by 1, 2`);
  return rows.filter(({ text, onDelete }) => text || onDelete !== null);
}

const holdings = Object.assign({}, ...personal.map(({ holds }) => holds)) as Record<
  string,
  Treatment | Record<string, Treatment>
>;

const treatmentOf = ({ table, column }: Column): Treatment | undefined => {
  const held = Object.hasOwn(holdings, table) ? holdings[table] : undefined;
  return typeof held === "string" ? held : held?.[column];
};

const named = ({ table, column }: Column) => `${table}.${column}`;

it("says of every column that can hold something of a person what becomes of it", async () => {
  const forgotten = (await columnsThatMatter()).filter((column) => treatmentOf(column) === undefined);
  expect(
    forgotten.map(named),
    "Say in `holds` of the feature's personal.server.ts (listed in app/wiring/personal.server.ts) what becomes of these " +
      "columns when an account is deleted, put what is the person's own into `exportOf`, and delete in `erase` what no " +
      "foreign key deletes.",
  ).toEqual([]);
});

it("says it of nothing that is not there, and in one place", async () => {
  const there = new Set((await columnsThatMatter()).map(named));
  const said = Object.entries(holdings).flatMap(([table, held]) =>
    typeof held === "string" ? [] : Object.keys(held).map((column) => `${table}.${column}`),
  );
  expect(said.filter((column) => !there.has(column))).toEqual([]);
  const tables = personal.flatMap(({ holds }) => Object.keys(holds));
  expect(tables.filter((table, at) => tables.indexOf(table) !== at)).toEqual([]);
});

it("names columns one by one in tables that lead to people", async () => {
  const leading = (await columnsThatMatter()).filter(({ onDelete }) => onDelete !== null);
  expect(leading.filter(({ table }) => typeof holdings[table] === "string").map(named)).toEqual([]);
});

it("lets foreign keys do what is said of them", async () => {
  const wrong = (await columnsThatMatter()).flatMap((column) => {
    const { onDelete } = column;
    if (onDelete === null) return [];
    const wanted = treatmentOf(column) === "unnamed" ? "n" : "c";
    return onDelete === wanted ? [] : [`${named(column)}: on delete is "${onDelete}", not "${wanted}"`];
  });
  expect(wrong).toEqual([]);
});
