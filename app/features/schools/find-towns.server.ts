import { sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { countryName } from "./countries";
import { type PlaceCandidate, queryWords } from "./find-place";
import { hasWords } from "./find-schools.server";
import { type Position, steps } from "./map";

type Db = Pick<Reader, "execute">;
type Within = { country?: string };

const MOST_TOWNS = 8;
const MOST_ALIKE = 5;
/** Towns that are ranked; the others with the same words are hardly better. */
const MOST_CANDIDATES = 200;

const inCountry = ({ country }: Within) => (country ? sql`and country = ${country}` : sql``);

type TownRow = Position & { id: string; country: string; name: string; region: string };

const townColumns = sql`place.id, place.country, place.name, place.region, place.latitude, place.longitude`;

/**
 * Of towns of one name the one among more schools is meant more often: schools in its square of the map. The
 * gazetteer tells no populations.
 */
const schoolsAround = sql`(select squares.schools from school_squares squares
  where squares.country = place.country and squares.level = 'country'
    and squares."row" = floor((90 - place.latitude) / ${steps.area}::float8)::integer / 4
    and squares."column" =
      floor((place.longitude + 180) * degree_width(place.country) / ${steps.area}::float8)::integer / 4)`;

/** Towns that have the first word in their name and the others in their name or region: "Newport, Isle of Wight". */
export async function findTowns(db: Db, text: string, within: Within): Promise<PlaceCandidate[]> {
  const words = queryWords(text);
  const name = words.join(" ");
  const { rows } = await db.execute<TownRow>(sql`
    select ${townColumns} from (
      select * from places
      where ${hasWords(sql`search_text`, words.slice(0, 1))}
        and ${hasWords(sql`(search_text || ' ' || plain_words(region))`, words)} ${inCountry(within)}
      order by search_text like ' ' || plain_words(${name}) || '%' desc limit ${MOST_CANDIDATES}
    ) as place
    order by
      case when search_text = ' ' || plain_words(${name}) then 0
        when search_text like ' ' || plain_words(${name}) || '%' then 1 else 2 end,
      coalesce(${schoolsAround}, 0) desc, char_length(place.name), place.name, place.id
    limit ${MOST_TOWNS}`);
  return rows.map(townCandidate);
}

/** Towns spelt much like the text, and not much less so than the likest. */
export async function findTownsSpeltAlike(db: Db, text: string, within: Within): Promise<PlaceCandidate[]> {
  const name = queryWords(text).join(" ");
  const { rows } = await db.execute<TownRow & { likeness: number }>(sql`
    select ${townColumns}, likeness from (
      select *, similarity(search_text, plain_words(${name})) as likeness from places
      where search_text % plain_words(${name}) ${inCountry(within)}
      order by likeness desc limit ${MOST_CANDIDATES}
    ) as place
    order by likeness desc, coalesce(${schoolsAround}, 0) desc, place.name, place.id limit ${MOST_ALIKE}`);
  const enough = (rows[0]?.likeness ?? 0) * 0.75;
  return rows.filter(({ likeness }) => likeness >= enough).map(townCandidate);
}

function townCandidate({ id, country, name, region, latitude, longitude }: TownRow): PlaceCandidate {
  return {
    kind: "town",
    id: `town:${id}`,
    label: name,
    detail: region || countryName(country),
    country,
    latitude,
    longitude,
  };
}

/** A town by its key in the gazetteer. */
export async function townById(db: Db, id: string): Promise<PlaceCandidate | null> {
  const { rows } = await db.execute<TownRow>(sql`select ${townColumns} from places place where id = ${id}`);
  return rows[0] ? townCandidate(rows[0]) : null;
}
