import { and, between, eq, isNotNull, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { schools } from "~db/schema";
import type { Position } from "./map";
import { isOffered } from "./offered.server";

/** Degrees of latitude around a place in which its local authority is looked for: about five kilometres. */
const NEAR = 0.045;

/** Names of the local authorities that a country's register of schools knows, by name, with their open schools. */
export async function localAuthoritiesOf(
  db: Pick<Reader, "select">,
  country: string,
): Promise<{ name: string; schools: number }[]> {
  const rows = await db
    .select({ name: schools.localAuthority, schools: sql<number>`count(*)::integer` })
    .from(schools)
    .where(and(eq(schools.country, country), isNotNull(schools.localAuthority), isOffered))
    .groupBy(schools.localAuthority)
    .orderBy(schools.localAuthority)
    .limit(1_000);
  return rows.flatMap(({ name, schools: known }) => (name ? [{ name, schools: known }] : []));
}

/**
 * The local authority a place lies in, as its nearest school says.
 * @returns null where no open school within about five kilometres tells
 */
export async function localAuthorityAt(
  db: Pick<Reader, "select">,
  { country, latitude, longitude }: Position & { country: string },
): Promise<string | null> {
  const shorter = Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const [row] = await db
    .select({ name: schools.localAuthority })
    .from(schools)
    .where(
      and(
        eq(schools.country, country),
        isNotNull(schools.localAuthority),
        between(schools.latitude, latitude - NEAR, latitude + NEAR),
        between(schools.longitude, longitude - NEAR / shorter, longitude + NEAR / shorter),
        isOffered,
      ),
    )
    .orderBy(
      sql`power(${schools.latitude} - ${latitude}, 2) + power((${schools.longitude} - ${longitude}) * ${shorter}, 2)`,
    )
    .limit(1);
  return row?.name ?? null;
}
