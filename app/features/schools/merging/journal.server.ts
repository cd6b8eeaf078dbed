import { sql } from "drizzle-orm";
import type { Transaction } from "~db/transaction.server";
import { movingReferences, type SchoolReference } from "./references";

/** A merge whose rows are moved. */
export type MovedMerge = { id: string; losingId: string; survivingId: string };

const nameOf = ({ table, column }: SchoolReference) => `${table}.${column}`;

/** Moves everything that points to the losing school to the surviving one, and notes each row in the journal. */
export async function moveReferences(
  tx: Transaction,
  { id, losingId, survivingId }: MovedMerge,
): Promise<void> {
  for (const reference of movingReferences) {
    const column = sql.identifier(reference.column);
    await tx.execute(sql`
      with moved as (
        update ${sql.identifier(reference.table)} set ${column} = ${survivingId}
        where ${column} = ${losingId} returning id)
      insert into school_merge_moves (merge_id, reference, row_id)
      select ${id}, ${nameOf(reference)}, id from moved`);
  }
}

/**
 * Moves back what the journal names and what still is where the merge put it. A person goes back only where their present
 * stay is the one that was moved: whoever has chosen a school since stays there, also where it was the surviving one.
 * @returns the ids of the people who went back
 */
export async function moveReferencesBack(
  tx: Transaction,
  { id, losingId, survivingId }: MovedMerge,
): Promise<string[]> {
  let people: string[] = [];
  for (const reference of movingReferences) {
    const [table, column] = [sql.identifier(reference.table), sql.identifier(reference.column)];
    const stillTheirs =
      reference.table === "people"
        ? sql`and exists (
            select from school_stays stay
            join school_merge_moves journal on journal.merge_id = ${id}
              and journal.reference = 'school_stays.school_id' and journal.row_id = stay.id
            where stay.person_id = ${table}.id and stay.ended_at is null)`
        : sql``;
    const { rows } = await tx.execute<{ id: string }>(sql`
      update ${table} set ${column} = ${losingId}
      from school_merge_moves moved
      where moved.merge_id = ${id} and moved.reference = ${nameOf(reference)} and moved.row_id = ${table}.id
        and ${table}.${column} = ${survivingId} ${stillTheirs}
      returning ${table}.id as id`);
    if (reference.table === "people") people = rows.map((row) => row.id);
  }
  return people;
}
