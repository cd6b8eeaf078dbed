import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { memberships, networks, people, schools } from "~db/schema";

/** A person as other members see them: nothing that is theirs alone, the mail address least of all. */
export type PersonSeen = {
  id: string;
  name: string;
  createdAt: Date;
  school: string | null;
  town: string | null;
  schoolId: string | null;
  /** Version of their photo; null for none. */
  photo: string | null;
};

/** People with a confirmed address among these; one query. */
export async function peopleSeen(db: Pick<Reader, "select">, ids: string[]): Promise<PersonSeen[]> {
  return db
    .select({
      id: people.id,
      name: people.name,
      createdAt: people.createdAt,
      school: schools.name,
      town: schools.town,
      schoolId: people.schoolId,
      photo: people.photo,
    })
    .from(people)
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .where(and(inArray(people.id, ids), isNotNull(people.emailVerifiedAt)));
}

/** The networks of these people by name, as rows of person and network; one query. */
export function networksOfPeople(
  db: Pick<Reader, "select">,
  ids: string[],
): Promise<{ personId: string; network: string }[]> {
  return db
    .select({ personId: memberships.personId, network: networks.name })
    .from(memberships)
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .where(and(inArray(memberships.personId, ids), isNull(memberships.leftAt)))
    .orderBy(asc(networks.name));
}

/** Who teaches at these schools: what is found of a person names the school. */
export async function peopleAtSchools(db: Pick<Reader, "select">, schoolIds: string[]): Promise<string[]> {
  const rows = await db.select({ id: people.id }).from(people).where(inArray(people.schoolId, schoolIds));
  return rows.map(({ id }) => id);
}
