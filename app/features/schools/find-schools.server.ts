import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { isUnspaced, queryWords } from "./find-place";
import type { Position } from "./map";
import { isOffered, isOwnRecord } from "./offered.server";

type Db = Pick<Reader, "execute">;

/** Schools that are ranked; the others with the same words are hardly better. */
const MOST_CANDIDATES = 400;

export type FoundSchool = Position & {
  id: string;
  country: string;
  name: string;
  town: string;
  postcode: string;
  /** "2025-07-31"; null while it is open. */
  closedOn: string | null;
};

export type SchoolSearch = {
  /** ISO 3166-1 alpha-2; everywhere unless given. */
  country?: string;
  /** Most schools wanted, 10 unless given. */
  limit?: number;
  /** Closed schools are left out unless asked for. */
  closed?: boolean;
};

/**
 * Schools by name, town and postcode, as one types: every word has to begin one of theirs. Where no school has the words,
 * those are mended first that nobody has.
 * @returns at most `limit`, those whose name begins with the whole text first; none for less than two letters
 */
export async function findSchools(db: Db, text: string, search: SchoolSearch = {}): Promise<FoundSchool[]> {
  const found = await findSchoolsAsTyped(db, text, search);
  return found.length > 0 ? found : findSchoolsMended(db, text, search);
}

/** The same with the words as they are. */
export async function findSchoolsAsTyped(db: Db, text: string, search: SchoolSearch): Promise<FoundSchool[]> {
  const words = queryWords(text);
  return tooShort(words) ? [] : schoolsWith(db, words, search);
}

/** The same with words that nobody has mended; none where there are no such words. */
export async function findSchoolsMended(db: Db, text: string, search: SchoolSearch): Promise<FoundSchool[]> {
  const words = queryWords(text);
  if (tooShort(words)) return [];
  const mended = await mendWords(db, words);
  return mended.join(" ") === words.join(" ") ? [] : schoolsWith(db, mended, search);
}

/** Less than two letters say nothing, but where one stands for a syllable or more. */
export const tooShort = (words: string[]) => words.join("").length < 2 && !words.some(isUnspaced);

/** A condition that every word begins a word of a text which begins with a space. */
export function hasWords(column: SQL, words: string[]): SQL {
  return sql.join(
    words.map((word) => sql`${column} like ${isUnspaced(word) ? "%" : "% "} || plain_words(${word}) || '%'`),
    sql` and `,
  );
}

async function schoolsWith(
  db: Db,
  words: string[],
  { country, limit = 10, closed = false }: SchoolSearch,
): Promise<FoundSchool[]> {
  const conditions = sql`${country ? sql`and country = ${country}` : sql``}
    and ${closed ? isOwnRecord : isOffered}`;
  const shown = sql`id, country, name, town, postcode, latitude, longitude, closed_on as "closedOn"`;
  // Candidates by index first, then only these are ranked; here in the index's own order, which costs no sorting.
  const begin = await db.execute<FoundSchool>(sql`
    select ${shown} from (
      select * from schools
      where search_text like ' ' || plain_words(${words.join(" ")}) || '%' ${conditions}
      order by search_text using ~<~ limit ${MOST_CANDIDATES}
    ) as candidate
    order by closed_on is not null, char_length(name), name, id limit ${limit}`);
  if (begin.rows.length >= limit) return begin.rows;
  const others = await db.execute<FoundSchool>(sql`
    select ${shown} from (
      select * from schools where ${hasWords(sql`search_text`, words)} ${conditions} limit ${MOST_CANDIDATES}
    ) as candidate
    order by (${hasWords(sql`' ' || plain_words(name)`, words)}) desc, closed_on is not null, char_length(name), name, id
    limit ${limit}`);
  const known = new Set(begin.rows.map(({ id }) => id));
  return [...begin.rows, ...others.rows.filter(({ id }) => !known.has(id))].slice(0, limit);
}

/**
 * Replaces each word that no school has by the nearest one that some have, if at most two letters are wrong.
 */
async function mendWords(db: Db, words: string[]): Promise<string[]> {
  const { rows } = await db.execute<{ typed: string; mended: string }>(sql`
    select typed.word as typed, near.word as mended
    from unnest(${sql.param(words)}::text[]) as typed(word)
    cross join lateral plain_words(typed.word) as plain(word)
    cross join lateral (
      select known.word from school_words known
      where known.word % plain.word and levenshtein_less_equal(known.word, plain.word, 2) <= 2
      order by levenshtein(known.word, plain.word), known.schools desc, known.word limit 1
    ) as near
    where char_length(plain.word) >= 4
      and not exists (select from school_words known where known.word like plain.word || '%')`);
  const byTyped = new Map(rows.map(({ typed, mended }) => [typed, mended]));
  return words.map((word) => byTyped.get(word) ?? word);
}
