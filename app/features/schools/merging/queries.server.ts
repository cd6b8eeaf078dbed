import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { schoolPlace } from "../school";
import { UNDO_DAYS } from "./merging";

type Db = Pick<Reader, "execute">;

/** A school in a list of pairs. */
export type PairedSchool = { id: string; name: string; place: string; registerId: string | null };

export type SchoolPair = { one: PairedSchool; other: PairedSchool; score: number };

type PairRow = { score: number; total: number } & Record<"one" | "other", RawSchool>;
type RawSchool = { id: string; name: string; town: string; postcode: string; registerId: string | null };

const asJson = (alias: string) => {
  const school = sql.identifier(alias);
  return sql`json_build_object('id', ${school}.id, 'name', ${school}.name, 'town', ${school}.town,
    'postcode', ${school}.postcode, 'registerId', ${school}.register_id)`;
};

const paired = ({ id, name, town, postcode, registerId }: RawSchool): PairedSchool => ({
  ...{ id, name, registerId },
  place: schoolPlace({ town, postcode }),
});

/** Pairs of one page. */
export const PAIRS_PER_PAGE = 20;

/**
 * Pairs in a state, the likeliest first; those of a record that was merged meanwhile are left out.
 * @param page from 1
 */
export async function pairsIn(
  db: Db,
  state: "open" | "dismissed",
  page = 1,
): Promise<{ pairs: SchoolPair[]; total: number }> {
  const standing = sql`school_duplicates kept
    join schools one on one.id = kept.one_id and one.merged_into is null
    join schools other on other.id = kept.other_id and other.merged_into is null
    where kept.state = ${state}`;
  const order: SQL = state === "open" ? sql`kept.score desc` : sql`kept.decided_at desc`;
  const { rows } = await db.execute<PairRow>(sql`
    select ${asJson("one")} as one, ${asJson("other")} as other, kept.score, (select count(*)::int from ${standing}) as total
    from ${standing} order by ${order}, kept.one_id, kept.other_id
    limit ${PAIRS_PER_PAGE} offset ${(page - 1) * PAIRS_PER_PAGE}`);
  return {
    pairs: rows.map(({ one, other, score }) => ({ one: paired(one), other: paired(other), score })),
    total: rows[0]?.total ?? 0,
  };
}

export type RecentMerge = {
  id: string;
  losing: PairedSchool;
  surviving: PairedSchool;
  at: Date;
  by: string | null;
  /** False while the surviving school is itself merged into another. */
  canUndo: boolean;
};

const MOST_MERGES = 1_000;

/** Merges that stand and can still be taken back, the latest first. */
export async function recentMerges(db: Db): Promise<RecentMerge[]> {
  const { rows } = await db.execute<
    { id: string; at: string | Date; by: string | null; canUndo: boolean } & Record<
      "losing" | "surviving",
      RawSchool
    >
  >(sql`
    select merge.id, ${asJson("losing")} as losing, ${asJson("surviving")} as surviving, merge.merged_at as at,
      person.name as by, surviving.merged_into is null as "canUndo"
    from school_merges merge
    join schools losing on losing.id = merge.losing_id
    join schools surviving on surviving.id = merge.surviving_id
    left join people person on person.id = merge.merged_by
    where merge.undone_at is null and merge.merged_at > now() - ${UNDO_DAYS} * interval '1 day'
    order by merge.merged_at desc, merge.id limit ${MOST_MERGES}`);
  return rows.map(({ losing, surviving, at, ...merge }) => ({
    ...merge,
    losing: paired(losing),
    surviving: paired(surviving),
    at: new Date(at),
  }));
}

/** Schools by their number in the register, or by their id. */
export async function schoolsNumbered(db: Db, number: string): Promise<PairedSchool[]> {
  const { rows } = await db.execute<RawSchool>(sql`
    select id, name, town, postcode, register_id as "registerId" from schools
    where merged_into is null and (register_id = ${number} or id::text = ${number.toLowerCase()})
    order by name, id limit 10`);
  return rows.map(paired);
}
