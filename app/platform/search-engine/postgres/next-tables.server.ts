import { sql } from "drizzle-orm";
import type { Transaction } from "~db/transaction.server";

/** The schema in which the tables of the index are made anew; it exists within one transaction only. */
export const NEXT = "search_next";

/** In the order in which searches read them, so that nobody waits for one while holding another. */
const tables = ["search_documents", "search_words", "search_spellings"] as const;

/**
 * Makes empty tables like those of the index, without indexes yet. Names without a schema mean the new tables from
 * here to the end of the transaction.
 * @returns the schema of the tables that serve
 */
export async function makeNext(tx: Transaction): Promise<string> {
  const { rows } = await tx.execute<{ schema: string }>(sql`select quote_ident(current_schema()) as schema`);
  const serving = rows[0]!.schema;
  await tx.execute(sql.raw(`create schema ${NEXT}`));
  for (const table of tables) {
    await tx.execute(
      sql.raw(`create table ${NEXT}.${table} (like ${serving}.${table}
        including defaults including storage including compression)`),
    );
    const options = await optionsOf(tx, `${serving}.${table}`);
    if (options) await tx.execute(sql.raw(`alter table ${NEXT}.${table} set (${options})`));
  }
  await tx.execute(sql.raw(`set local search_path = ${NEXT}, ${serving}`));
  return serving;
}

/** Gives the new tables the indexes and keys of those that serve, under the same names, and counts what they hold. */
export async function indexNext(tx: Transaction, serving: string): Promise<void> {
  for (const table of tables) {
    const { rows } = await tx.execute<{ name: string; definition: string; primary: boolean }>(sql`
      select quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition,
        i.indisprimary as primary
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = ${`${serving}.${table}`}::regclass order by i.indexrelid`);
    for (const { name, definition, primary } of rows) {
      await tx.execute(sql.raw(definition.replace(/ ON (ONLY )?\S+ USING /, ` ON ${NEXT}.${table} USING `)));
      if (primary)
        await tx.execute(
          sql.raw(`alter table ${NEXT}.${table} add constraint ${name} primary key using index ${name}`),
        );
    }
    await tx.execute(sql.raw(`analyze ${NEXT}.${table}`));
  }
}

/** Puts the new tables in the place of those that serve. Readers that are under way are waited for. */
export async function takeOver(tx: Transaction, serving: string): Promise<void> {
  for (const table of tables) {
    await tx.execute(sql.raw(`drop table ${serving}.${table}`));
    await tx.execute(sql.raw(`alter table ${NEXT}.${table} set schema ${serving}`));
  }
  await tx.execute(sql.raw(`drop schema ${NEXT}`));
}

/** What a table was told of its storage, as "name=value, …"; LIKE leaves that out. */
async function optionsOf(tx: Transaction, table: string): Promise<string | null> {
  const { rows } = await tx.execute<{ options: string | null }>(sql`
    select array_to_string(reloptions, ', ') as options from pg_class where oid = ${table}::regclass`);
  return rows[0]!.options;
}
