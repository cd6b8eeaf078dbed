import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Person } from "~/platform/services/actor";
import { rolesWait } from "~/platform/sessions/roles-wait.server";
import type { Reader } from "~db/client.server";
import { people } from "~db/schema";

/** How a person is shown to others: nothing that others may not know. */
type PersonCard = { id: string; name: string; schoolId: string | null };

/** People by id, in one query; who is gone is missing. */
export async function peopleByIds(db: Reader, ids: readonly string[]): Promise<Map<string, PersonCard>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name, schoolId: people.schoolId })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where and in which language to write to a person; null when they are gone or the address is not confirmed. */
export async function mailAddressOf(
  db: Reader,
  personId: string,
): Promise<{ name: string; email: string; locale: string | null } | null> {
  const [row] = await db
    .select({ name: people.name, email: people.email, locale: people.locale })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.emailVerifiedAt)));
  return row ?? null;
}

/** A person as they would act now, for jobs that look with their eyes; null when they are gone or not confirmed. */
export async function confirmedPerson(db: Reader, personId: string): Promise<Person | null> {
  const { id, name, email, siteRoles, schoolId, locale } = people;
  const [row] = await db
    .select({ id, name, email, siteRoles, schoolId, locale, rolesWait })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.emailVerifiedAt)));
  return row ? { kind: "person", emailVerified: true, ...row } : null;
}
