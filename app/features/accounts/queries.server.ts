import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Person } from "~/platform/services/actor";
import { rolesWait } from "~/platform/sessions/roles-wait.server";
import type { Reader } from "~db/client.server";
import { accountDeletions, people } from "~db/schema";

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

type MailAddress = { name: string; email: string; locale: string | null };

/**
 * Where and in which language to write news to a person; null when they are gone, the address is not confirmed, or they
 * have asked for their account to be deleted.
 */
export const mailAddressOf = (db: Reader, personId: string): Promise<MailAddress | null> =>
  addressWhere(
    db,
    and(
      eq(people.id, personId),
      sql`not exists (select from ${accountDeletions} where ${accountDeletions.personId} = ${people.id})`,
    ),
  );

/** The same for letters about the account itself, which are also written while it is to be deleted. */
export const accountAddressOf = (db: Reader, personId: string): Promise<MailAddress | null> =>
  addressWhere(db, eq(people.id, personId));

async function addressWhere(db: Reader, condition: SQL | undefined): Promise<MailAddress | null> {
  const [row] = await db
    .select({ name: people.name, email: people.email, locale: people.locale })
    .from(people)
    .where(and(condition, isNotNull(people.emailVerifiedAt)));
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
