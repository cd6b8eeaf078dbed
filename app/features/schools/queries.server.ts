import { eq, inArray, or, sql } from "drizzle-orm";
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

/** A school by its id; where it was merged into another, that one. */
export async function leadingSchool(
  db: Pick<Reader, "select">,
  id: string,
): Promise<FoundSchool | undefined> {
  const leadsTo = db.select({ id: schools.mergedInto }).from(schools).where(eq(schools.id, id));
  const rows = await db
    .select({ ...columns, mergedInto: schools.mergedInto })
    .from(schools)
    .where(or(eq(schools.id, id), inArray(schools.id, leadsTo)));
  const found = rows.find(({ mergedInto }) => mergedInto === null);
  if (!found) return undefined;
  const { mergedInto: _none, ...school } = found;
  return school;
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
