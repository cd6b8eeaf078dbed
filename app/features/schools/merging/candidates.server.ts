import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { isOwnRecord } from "../offered.server";
import type { ComparedSchool } from "./likeness";

type Db = Pick<Reader, "execute">;

/** A pair that may be worth scoring. */
export type Candidate = { one: ComparedSchool & { id: string }; other: ComparedSchool & { id: string } };

/** Half a side of the box that is looked into around a school, in degrees of latitude: about 12 km. */
const WIDE = 0.11;

/** Candidates of one school that are scored, the likest names first; a town has hardly as many of one name. */
const MOST_EACH = 30;

type Row = {
  oneId: string;
  oneName: string;
  oneTown: string;
  onePostcode: string;
  oneRegisterId: string | null;
  oneLatitude: number;
  oneLongitude: number;
  otherId: string;
  otherName: string;
  otherTown: string;
  otherPostcode: string;
  otherRegisterId: string | null;
  otherLatitude: number;
  otherLongitude: number;
};

const inBox = (degrees: number) => sql`
  other.latitude between changed.latitude - ${degrees}::float8 and changed.latitude + ${degrees}::float8
  and other.longitude between
    changed.longitude - ${degrees}::float8 / greatest(0.2, cos(radians(changed.latitude)))
    and changed.longitude + ${degrees}::float8 / greatest(0.2, cos(radians(changed.latitude)))`;

/** Of those a condition finds, the ones whose texts share enough triples of letters; by that, the likest. */
const near = (changed: SQL, others: SQL, least: number) => sql`
  select changed.id as one_id, found.id as other_id
  from changed cross join lateral (
    select other.id from schools other
    where ${others} and other.id <> changed.id and other.country = changed.country and other.merged_into is null
      and similarity(other.search_text, changed.search_text) >= ${least}::real
    order by similarity(other.search_text, changed.search_text) desc limit ${MOST_EACH}
  ) as found
  where ${changed}`;

/**
 * Pairs of these schools and any others of their countries that lie near each other, or share a postcode with letters,
 * and have texts alike. Found by index: in the box around them where people added one of both; two of one register
 * only by their postcode.
 * @param ids of schools that are new or changed; closed ones are compared too, merged ones never
 */
export async function duplicateCandidates(db: Db, ids: string[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<Row>(sql`
    with changed as materialized (
      select * from schools where id = any(${sql.param(ids)}::uuid[]) and ${isOwnRecord}
    ), pairs as (
      ${near(sql`changed.register_id is null`, sql`other.register_id is not null and ${inBox(WIDE)}`, 0.25)}
      union
      ${near(sql`true`, sql`other.register_id is null and ${inBox(WIDE)}`, 0.25)}
      union
      ${near(sql`changed.postcode_key ~ '[A-Z].*[0-9]|[0-9].*[A-Z]'`, sql`other.postcode_key = changed.postcode_key`, 0.3)}
    )
    select ${shown("one")}, ${shown("other")}
    from pairs join schools one on one.id = least(one_id, other_id) join schools other on other.id = greatest(one_id, other_id)
    group by one.id, other.id`);
  return rows.map((row) => ({
    one: {
      id: row.oneId,
      name: row.oneName,
      town: row.oneTown,
      postcode: row.onePostcode,
      registerId: row.oneRegisterId,
      latitude: row.oneLatitude,
      longitude: row.oneLongitude,
    },
    other: {
      id: row.otherId,
      name: row.otherName,
      town: row.otherTown,
      postcode: row.otherPostcode,
      registerId: row.otherRegisterId,
      latitude: row.otherLatitude,
      longitude: row.otherLongitude,
    },
  }));
}

const shown = (side: "one" | "other") => {
  const column = (name: string) => sql.identifier(name);
  return sql`${column(side)}.id as ${column(`${side}Id`)}, ${column(side)}.name as ${column(`${side}Name`)},
    ${column(side)}.town as ${column(`${side}Town`)}, ${column(side)}.postcode as ${column(`${side}Postcode`)},
    ${column(side)}.register_id as ${column(`${side}RegisterId`)},
    ${column(side)}.latitude as ${column(`${side}Latitude`)}, ${column(side)}.longitude as ${column(`${side}Longitude`)}`;
};

/**
 * Schools that may be the one somebody is about to add, open ones: in the same wide box, or with its postcode.
 */
export async function schoolsLike(
  db: Db,
  school: ComparedSchool & { country: string },
): Promise<(ComparedSchool & { id: string })[]> {
  const text = sql`' ' || plain_words(${`${school.name} ${school.town} ${school.postcode}`})`;
  const key = school.postcode.toUpperCase().replace(/[^A-Z\d]/g, "");
  const { rows } = await db.execute<ComparedSchool & { id: string }>(sql`
    with changed as (select ${school.latitude}::float8 as latitude, ${school.longitude}::float8 as longitude, ${text} as search_text)
    select other.id, other.name, other.town, other.postcode, other.register_id as "registerId", other.latitude, other.longitude
    from changed cross join lateral (
      select * from schools other where ${inBox(WIDE)}
      union select * from schools other where other.postcode_key = ${key} and ${key} <> ''
    ) as other
    where other.country = ${school.country} and other.merged_into is null
      and (other.closed_on is null or other.closed_on > current_date)
      and similarity(other.search_text, changed.search_text) >= 0.2
    order by similarity(other.search_text, changed.search_text) desc limit ${MOST_EACH}`);
  return rows;
}
