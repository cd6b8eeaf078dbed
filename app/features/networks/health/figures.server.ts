import { type SQL, sql } from "drizzle-orm";
import type { Position } from "~/features/schools/index.server";
import type { Reader } from "~db/client.server";
import { memberships, schoolStays, schools, seenQuarters } from "~db/schema";
import { areaOf, hasTerritory } from "./area.server";
import { lastQuarters, type Quarter } from "./quarters";
import { MOST_DISADVANTAGED, type Reach, reachOf } from "./reach";

/** A quarter of a network. Of the present quarter everything is told as it stands now. */
export type QuarterFigures = Quarter & {
  /** Members at its end. */
  members: number;
  /** Who became a member in it, and who stopped being one; who did both counts in both. */
  joined: number;
  left: number;
  /** Members at its end who used the site at least once in it; null where no record was kept yet. */
  active: number | null;
  /** Schools at which at least one of the members taught at its end. */
  schools: number;
  /** Of those schools, by the tenths as they are known today. */
  reach: Reach;
};

export type Health = {
  quarters: QuarterFigures[];
  area: Reach;
  /** Whether the area is a territory that the network has set, and not what lies around its place. */
  ofTerritory: boolean;
};

/** The last eight quarters of a network, and its area beside them. Four queries, whatever its size. */
export async function healthOf(
  db: Reader,
  network: Position & { id: string },
  today: string,
): Promise<Health> {
  const quarters = lastQuarters(today);
  const people = await peopleOf(db, network.id, quarters);
  const schoolsIn = await schoolsOf(db, network.id, quarters);
  const active = await activeOf(db, network.id, quarters);
  const { ofTerritory, ...area } = await countsOfArea(db, network);
  return {
    quarters: quarters.map((quarter) => {
      const counts = schoolsIn.get(quarter.start) ?? { schools: 0, withFigure: 0, disadvantaged: 0 };
      return {
        ...quarter,
        ...(people.get(quarter.start) ?? { members: 0, joined: 0, left: 0 }),
        active: active(quarter),
        schools: counts.schools,
        reach: reachOf(counts),
      };
    }),
    area: reachOf(area),
    ofTerritory,
  };
}

/** The quarters as rows named "quarters"; `until` is the moment after the last of each. */
const rowsOf = (quarters: Quarter[]): SQL => sql`(
  select start, ("end"::timestamp at time zone 'UTC') as until, (start::timestamp at time zone 'UTC') as since
  from jsonb_to_recordset(${JSON.stringify(quarters)}::jsonb) as given(start date, "end" date)) as quarters`;

/** Whether the membership held at the end of the quarter, or holds now in the present one. */
const atItsEnd = sql`${memberships.joinedAt} < quarters.until
  and (${memberships.leftAt} is null or ${memberships.leftAt} >= quarters.until)`;

async function peopleOf(db: Reader, networkId: string, quarters: Quarter[]) {
  const { rows } = await db.execute<{ start: string; members: number; joined: number; left: number }>(sql`
    select quarters.start::text,
      (count(*) filter (where ${atItsEnd}))::int as members,
      (count(*) filter (where ${memberships.joinedAt} >= quarters.since and ${memberships.joinedAt} < quarters.until))::int as joined,
      (count(*) filter (where ${memberships.leftAt} >= quarters.since and ${memberships.leftAt} < quarters.until))::int as left
    from ${rowsOf(quarters)} join ${memberships} on ${memberships.networkId} = ${networkId}
    group by quarters.start`);
  return new Map(rows.map(({ start, ...figures }) => [start, figures]));
}

const countColumns = (counted: SQL) => sql`
  (count(${counted}))::int as schools,
  (count(${counted}) filter (where ${schools.disadvantageDecile} is not null))::int as "withFigure",
  (count(${counted}) filter (where ${schools.disadvantageDecile} <= ${MOST_DISADVANTAGED}))::int as disadvantaged`;

type Counts = { schools: number; withFigure: number; disadvantaged: number };

async function schoolsOf(db: Reader, networkId: string, quarters: Quarter[]) {
  const { rows } = await db.execute<Counts & { start: string }>(sql`
    select quarters.start::text, ${countColumns(sql`distinct ${schools.id}`)}
    from ${rowsOf(quarters)}
    join ${memberships} on ${memberships.networkId} = ${networkId} and ${atItsEnd}
    join ${schoolStays} on ${schoolStays.personId} = ${memberships.personId}
      and ${schoolStays.startedAt} < quarters.until
      and (${schoolStays.endedAt} is null or ${schoolStays.endedAt} >= quarters.until)
    join ${schools} on ${schools.id} = ${schoolStays.schoolId}
    group by quarters.start`);
  return new Map(rows.map(({ start, ...counts }) => [start, counts]));
}

/** The record of who was here began one day; quarters before have no figure, and none with it has too small a one. */
async function activeOf(
  db: Reader,
  networkId: string,
  quarters: Quarter[],
): Promise<(quarter: Quarter) => number | null> {
  const { rows } = await db.execute<{ start: string; active: number | null }>(sql`
    select quarters.start::text, case
      when quarters.start >= (select min(${seenQuarters.quarter}) from ${seenQuarters}) then (
        select count(*)::int from ${memberships}
        join ${seenQuarters} on ${seenQuarters.personId} = ${memberships.personId}
          and ${seenQuarters.quarter} = quarters.start
        where ${memberships.networkId} = ${networkId} and ${atItsEnd})
      end as active
    from ${rowsOf(quarters)}`);
  const byStart = new Map(rows.map(({ start, active }) => [start, active]));
  return ({ start }) => byStart.get(start) ?? null;
}

async function countsOfArea(db: Reader, network: Position & { id: string }) {
  const { rows } = await db.execute<Counts & { ofTerritory: boolean }>(sql`
    select ${countColumns(sql`${schools.id}`)}, ${hasTerritory(network.id)} as "ofTerritory"
    from ${areaOf(network)}`);
  return rows[0]!;
}
