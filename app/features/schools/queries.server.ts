import { inArray, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { schools } from "~db/schema";
import type { FoundSchool } from "./find-schools.server";

const columns = {
  id: schools.id,
  country: schools.country,
  name: schools.name,
  town: schools.town,
  postcode: schools.postcode,
  latitude: schools.latitude,
  longitude: schools.longitude,
  closedOn: schools.closedOn,
};

/** Schools by id; ids that nobody has are left out. Closed schools are among them: people taught there. */
export async function schoolsByIds(
  db: Pick<Reader, "select">,
  ids: Iterable<string | null | undefined>,
): Promise<Map<string, FoundSchool>> {
  const wanted = [...new Set(ids)].filter((id): id is string => Boolean(id));
  if (wanted.length === 0) return new Map();
  const rows = await db.select(columns).from(schools).where(inArray(schools.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many open schools are known, by country, the most first. */
export async function countSchools(
  db: Pick<Reader, "execute">,
): Promise<{ country: string; schools: number }[]> {
  const { rows } = await db.execute<{ country: string; schools: number }>(sql`
    select country, sum(schools)::integer as schools from school_squares where level = 'country'
    group by country order by 2 desc, 1`);
  return rows;
}
