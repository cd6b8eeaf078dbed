import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { memberships, people, schools } from "~db/schema";
import { silentBefore } from "./silence";
import { MOST_AT_ONCE, type SilentOnes } from "./writing";

/**
 * The silent among the members of a network that a coordinator would write to.
 * @returns the name of the person or school, and who is silent; null where no member is meant
 */
export async function silentOnes(
  db: Reader,
  networkId: string,
  whom: SilentOnes,
  today: string,
): Promise<{ name: string; silent: { id: string; name: string; seenOn: string }[] } | null> {
  const rows = await db
    .select({ id: people.id, name: people.name, school: schools.name, seenOn: memberships.seenOn })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(schools, eq(schools.id, people.schoolId))
    .where(
      and(
        eq(memberships.networkId, networkId),
        isNull(memberships.leftAt),
        "personId" in whom ? eq(memberships.personId, whom.personId) : eq(people.schoolId, whom.schoolId),
      ),
    )
    .orderBy(desc(sql`${memberships.seenOn} < ${silentBefore(today)}`), asc(people.name), asc(people.id))
    .limit(MOST_AT_ONCE);
  const [first] = rows;
  if (!first) return null;
  return {
    name: "personId" in whom ? first.name : (first.school ?? ""),
    silent: rows.filter(({ seenOn }) => seenOn < silentBefore(today)),
  };
}
