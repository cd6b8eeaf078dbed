import { v7 } from "uuid";
import type { RegisterColumns } from "./columns";
import type { RegisterRow } from "./row";

// The temporary table that a register is copied into, and how it goes from there into `schools`.

export const createIncoming = `create temporary table incoming_schools (
  line integer not null, id uuid not null, register_id text not null, name text not null, town text not null,
  postcode text not null, latitude double precision, longitude double precision,
  local_authority text, phase text, type text, address text, closed_on date, closed boolean not null,
  disadvantage_decile smallint) on commit drop`;

export const copyIncoming = "copy incoming_schools from stdin";

/** Columns of `schools` and the register fields they come from. What the register lacks is left as it is. */
const optional = {
  town: "town",
  postcode: "postcode",
  local_authority: "localAuthority",
  phase: "phase",
  type: "type",
  address: "address",
  closed_on: "closedOn",
  disadvantage_decile: "disadvantageDecile",
} as const;

/** A line of PostgreSQL's COPY text format. Backslash, tab and line ends are the characters with a meaning in it. */
export function copyLine(line: number, row: RegisterRow): string {
  const cells = [
    String(line),
    v7(),
    row.registerId,
    row.name,
    row.town,
    row.postcode,
    row.latitude === null ? null : String(row.latitude),
    row.longitude === null ? null : String(row.longitude),
    ...[row.localAuthority, row.phase, row.type, row.address, row.closedOn].map((text) => text || null),
    String(row.closed),
    row.disadvantageDecile === null ? null : String(row.disadvantageDecile),
  ];
  return `${cells.map((cell) => (cell === null ? "\\N" : cell.replace(/[\\\t\n\r]/g, escaped))).join("\t")}\n`;
}

const escaped = (character: string) => ({ "\t": "\\t", "\n": "\\n", "\r": "\\r" })[character] ?? "\\\\";

/** Takes rows out whose number stood on an earlier line, for no statement may touch a school twice. */
export const removeDoubles = `
  with numbered as (
    select line, first_value(line) over same as first, row_number() over same as nth
    from incoming_schools window same as (partition by register_id order by line))
  delete from incoming_schools incoming using numbered
  where incoming.line = numbered.line and numbered.nth > 1
  returning incoming.line, numbered.first`;

/** What the statement below answers with: how many schools were added and changed, and their ids. */
export type Taken = { added: number; changed: number; ids: string[] };

/**
 * The statement that takes what was copied into `schools`: adds what is new, changes what differs, leaves the rest
 * untouched. Its one parameter is the country.
 */
export function takeIncoming(columns: RegisterColumns): string {
  const present = Object.entries(optional).filter(
    ([, field]) => columns.at[field] || (field === "closedOn" && columns.at.status),
  );
  const names = ["name", "latitude", "longitude", ...present.map(([column]) => column)];
  const list = (prefix: string) => names.map((name) => `${prefix}.${name}`).join(", ");
  return `
    with written as (
      insert into schools (id, country, register_id, ${names.join(", ")})
      select id, $1, register_id, ${names.join(", ")} from incoming_schools order by line
      on conflict (country, register_id) do update
      set ${names.map((name) => `${name} = excluded.${name}`).join(", ")}, updated_at = now()
      -- A record that was merged into another is left as it is: neither a school again nor listed a second time.
      where schools.merged_into is null and (${list("schools")}) is distinct from (${list("excluded")})
      -- A row version that this statement inserted was deleted by nobody.
      returning id, xmax = 0 as added)
    select count(*) filter (where added)::integer as added, count(*) filter (where not added)::integer as changed,
      coalesce(array_agg(id::text), '{}') as ids
    from written`;
}

/**
 * Who is closed without a date closed on the day it was first read in: a school known as closed keeps its date. The one
 * parameter is the country.
 */
export const dateClosed = `
  update incoming_schools incoming
  set closed_on = coalesce(
    (select known.closed_on from schools known where known.country = $1 and known.register_id = incoming.register_id),
    current_date)
  where incoming.closed and incoming.closed_on is null`;

/**
 * Statements that place the rows without coordinates, one after the other; the parameter of each is the country. A school
 * that is known keeps its place, so that reading the file again changes nothing.
 */
export const placing = {
  known: `
    update incoming_schools incoming set latitude = known.latitude, longitude = known.longitude
    from schools known
    where incoming.latitude is null and known.country = $1 and known.register_id = incoming.register_id`,
  /** In the middle of the schools with its postcode. */
  postcode: `
    with placed as (
      select postcode, avg(latitude) as latitude, avg(longitude) as longitude from (
        select postcode, latitude, longitude from incoming_schools where latitude is not null and postcode <> ''
        union all
        select postcode, latitude, longitude from schools
        where country = $1 and postcode in (select postcode from incoming_schools where latitude is null and postcode <> '')
      ) as any_school group by postcode)
    update incoming_schools incoming set latitude = placed.latitude, longitude = placed.longitude
    from placed where incoming.latitude is null and placed.postcode = incoming.postcode`,
  /** Where the gazetteer has its town; of several of one name, the one in the district the register names. */
  town: `
    with placed as (
      select distinct on (incoming.line) incoming.line, place.latitude, place.longitude
      from incoming_schools incoming
      join places place on place.country = $1 and place.search_text = ' ' || plain_words(incoming.town)
      where incoming.latitude is null and incoming.town <> ''
      order by incoming.line,
        position(plain_words(coalesce(nullif(incoming.local_authority, ''), '-')) in plain_words(place.region)) = 0, place.id)
    update incoming_schools incoming set latitude = placed.latitude, longitude = placed.longitude
    from placed where placed.line = incoming.line`,
} as const;

/** Takes out the rows that no statement could place. */
export const removePlaceless = "delete from incoming_schools where latitude is null returning line";
