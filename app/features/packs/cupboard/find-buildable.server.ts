import { sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { BESIDE, type Kind, MISSING, SUBSTITUTED } from "./cupboard";

/** A pack or one of its activities, and how much of it is in the cupboard. */
export type Buildable = {
  packId: string;
  /** Of the activity, from 1; 0 is the whole pack. */
  position: number;
  /** Materials that are there, that something there can stand for, and that are not there. */
  have: number;
  substituted: number;
  missing: number;
};

/**
 * What can be built from a cupboard: published packs, and those of their activities that lack less than the whole,
 * ordered by how little is missing; a material that something in the cupboard can stand for is half missing. What
 * needs nothing of the cupboard is left out. A material without a place in the pack is needed by every activity.
 *
 * One statement. It goes from the materials to the packs that use them, adds up their lines and gives one page.
 * @param owned ids of materials
 */
export async function findBuildable(
  db: Reader,
  owned: readonly string[],
  { kind, page, perPage }: { kind: Kind; page: number; perPage: number },
): Promise<{ rows: Buildable[]; total: number }> {
  if (owned.length === 0) return { rows: [], total: 0 };
  const ids = sql`array[${sql.join(
    owned.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[]`;
  const wanted =
    kind === "packs"
      ? sql`position = 0`
      : kind === "activities"
        ? sql`position > 0`
        : sql`(position = 0 or cost < pack_cost)`;
  const { rows } = await db.execute<Buildable & { total: number }>(sql`
    with useful as (
      select unnest(${ids}) as id, ${BESIDE}::real as cost
      union all
      select distinct material_id, ${SUBSTITUTED}::real from material_substitutes
      where substitute_id = any(${ids}) and material_id <> all(${ids})
    ), candidates as (
      select p.id, p.published_at from packs p
      where p.published_at is not null and p.id in (
        select l.pack_id from pack_materials l where l.material_id in (select id from useful))
    ), lines as (
      select l.pack_id, l.material_id, l.used_in, coalesce(u.cost, ${MISSING}::real) as cost
      from pack_materials l
      join candidates c on c.id = l.pack_id
      left join useful u on u.id = l.material_id
    ), parts as (
      select pack_id, 0::smallint as position, material_id, cost from lines
      union
      select l.pack_id, a.position, l.material_id, l.cost
      from lines l join activities a on a.pack_id = l.pack_id
        and (a.position = any(l.used_in) or l.used_in = '{}')
    ), scored as (
      select pack_id, position, sum(cost) as cost,
        (count(*) filter (where cost = ${BESIDE}::real))::int as have,
        (count(*) filter (where cost = ${SUBSTITUTED}::real))::int as substituted,
        (count(*) filter (where cost = ${MISSING}::real))::int as missing
      from parts group by pack_id, position
    ), compared as (
      select *, max(cost) filter (where position = 0) over (partition by pack_id) as pack_cost from scored
    )
    select pack_id as "packId", position, have, substituted, missing, (count(*) over ())::int as total
    from compared join candidates on candidates.id = pack_id
    where have + substituted > 0 and ${wanted}
    order by cost, have desc, position > 0, published_at desc, pack_id, position
    limit ${perPage} offset ${(page - 1) * perPage}`);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
