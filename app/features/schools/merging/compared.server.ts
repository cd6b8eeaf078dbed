import { sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";

/** A school as administrators compare it with another. */
export type ComparedRecord = {
  id: string;
  country: string;
  name: string;
  town: string;
  postcode: string;
  registerId: string | null;
  latitude: number;
  longitude: number;
  phase: string | null;
  closedOn: string | null;
  closed: boolean;
  mergedInto: string | null;
  createdAt: Date;
  /** Who added it by hand; null for a register, a command, or somebody whose account is gone. */
  addedBy: string | null;
  /** People whose school it is now, and all who ever taught there. */
  teachers: number;
  everTaught: number;
  /** Networks their teachers belong to, those of most of them first; at most five by name. */
  networks: string[];
  networkCount: number;
};

/** Two schools with what tells them apart; one query. Fewer where one is not there. */
export async function comparedRecords(db: Pick<Reader, "execute">, ids: string[]): Promise<ComparedRecord[]> {
  const { rows } = await db.execute<Omit<ComparedRecord, "createdAt"> & { createdAt: string | Date }>(sql`
    select school.id, school.country, school.name, school.town, school.postcode, school.register_id as "registerId",
      school.latitude, school.longitude, school.phase, school.closed_on as "closedOn",
      coalesce(school.closed_on <= current_date, false) as closed, school.merged_into as "mergedInto",
      school.created_at as "createdAt", added.name as "addedBy",
      (select count(*)::int from people where people.school_id = school.id) as teachers,
      (select count(distinct person_id)::int from school_stays stay where stay.school_id = school.id) as "everTaught",
      coalesce(reached.names[1:5], '{}') as networks, coalesce(cardinality(reached.names), 0) as "networkCount"
    from schools school
    left join lateral (
      select person.name from audit_entries entry join people person on person.id = entry.actor_id
      where entry.subject_type = 'school' and entry.subject_id = school.id::text and entry.act = 'school added'
      order by entry.id limit 1
    ) as added on true
    left join lateral (
      select array_agg(network.name order by network.members desc, network.name) as names from (
        select networks.name, count(*) as members from people
        join memberships on memberships.person_id = people.id and memberships.left_at is null
        join networks on networks.id = memberships.network_id
        where people.school_id = school.id group by networks.id
      ) as network
    ) as reached on true
    where school.id = any(${sql.param(ids)}::uuid[])`);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}
