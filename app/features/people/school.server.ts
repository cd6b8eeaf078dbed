import { and, asc, count, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { memberships, networks, people, schoolStays, schools } from "~db/schema";

type Queries = Pick<Reader, "select" | "execute">;

/** A school as everybody may see it. `closed` is whether it has closed by today. */
export async function schoolSeen(db: Queries, id: string) {
  const [school] = await db
    .select({
      id: schools.id,
      country: schools.country,
      registerId: schools.registerId,
      name: schools.name,
      town: schools.town,
      postcode: schools.postcode,
      localAuthority: schools.localAuthority,
      phase: schools.phase,
      mergedInto: schools.mergedInto,
      closedOn: schools.closedOn,
      closed: sql<boolean>`coalesce(${schools.closedOn} <= current_date, false)`,
    })
    .from(schools)
    .where(eq(schools.id, id));
  return school;
}

const teaches = (id: string) => and(eq(people.schoolId, id), isNotNull(people.emailVerifiedAt));

/** Who teaches there now, by name, and since when they do as far as is known here. */
export const teachersAt = (db: Queries, id: string, most: number) =>
  db
    .select({ id: people.id, name: people.name, since: schoolStays.startedAt })
    .from(people)
    .leftJoin(schoolStays, and(eq(schoolStays.personId, people.id), isNull(schoolStays.endedAt)))
    .where(teaches(id))
    .orderBy(asc(people.name), asc(people.id))
    .limit(most);

/** Networks that teachers of the school belong to, those of most of them first. */
export const networksOfSchool = (db: Queries, id: string) =>
  db
    .select({ slug: networks.slug, name: networks.name, teachers: count() })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.leftAt)))
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(teaches(id))
    .groupBy(networks.slug, networks.name)
    .orderBy(desc(count()), asc(networks.name))
    .limit(50);

/** How many different people have taught there, and since when; nobody by name. */
export async function staysAt(db: Queries, id: string): Promise<{ people: number; first: Date | null }> {
  const { rows } = await db.execute<{ people: number; first: string | Date | null }>(sql`
    select count(distinct person_id)::int as people, min(started_at) as first
    from school_stays where school_id = ${id}`);
  const { people: number, first } = rows[0]!;
  return { people: number, first: first === null ? null : new Date(first) };
}

/**
 * Schools a person has left, the latest first; each once, for two records that were merged leave two stays at one school.
 */
export async function earlierSchools(db: Queries, personId: string): Promise<EarlierSchool[]> {
  const { rows } = await db.execute<Omit<EarlierSchool, "startedAt" | "endedAt"> & Raw>(sql`
    select school.id, school.name, school.town, min(stay.started_at) as started, max(stay.ended_at) as ended
    from school_stays stay join schools school on school.id = stay.school_id
    where stay.person_id = ${personId} and stay.ended_at is not null
    group by school.id order by ended desc limit 20`);
  return rows.map(({ started, ended, ...school }) => ({
    ...school,
    startedAt: new Date(started),
    endedAt: new Date(ended),
  }));
}

type Raw = { started: string | Date; ended: string | Date };

export type EarlierSchool = { id: string; name: string; town: string; startedAt: Date; endedAt: Date };
