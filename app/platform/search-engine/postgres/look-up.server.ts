import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Database } from "~db/client.server";
import type { AskedWord } from "../text/asked-words";
import { type Candidate, canBeMisspelt, editsAllowed, keysOfMisspelt } from "../text/spelling";
import { stemmers } from "./languages";

/** What the index knows of a word that was asked for. */
export type KnownWord = {
  /** The word and its stems ("en/bridg"), as far as any document holds them. */
  forms: string[];
  /** Documents that hold it in one of its forms, roughly. */
  documents: number;
  /** Documents open to the reader that hold it as it stands, or its stem; at least so many. */
  whole: number;
  /** Words it may be a misspelling of, all of them open to the reader; none for a word that is known. */
  near: Candidate[];
  /** The two known words that an unknown one is made of: "windturbine". */
  halves: [string, string] | null;
  /** What else phrases are called that begin with this word. */
  synonyms: Synonym[];
};

/** Another name for a phrase, its words folded, with a space between. */
export type Synonym = {
  phrase: string;
  other: string;
  /** The other name and its stems, as far as any document holds them; none where it has more than one word. */
  forms: string[];
};

/** Which words are looked up with their neighbours. */
export type Mending = "nothing" | "unknown words" | "every word";

const stemmerRows = sql.raw(
  Object.entries(stemmers)
    .map(([tag, dictionary]) => `('${tag}/', '${dictionary}'::regdictionary)`)
    .join(", "),
);

const dialect = new PgDialect();

/** Sorts after every other character. */
const AFTER_ALL = "\u{10ffff}";

/** Candidates looked at for one misspelt word. */
const MOST_NEAR = 80;

/**
 * Looks words up in the index, all in one statement.
 * @param audience the reader's: a word that only others may find is not known, so that mending tells nobody of it
 * @returns what is known of each, in the same order, and the number of all documents
 */
export async function lookUp(
  db: Database,
  words: AskedWord[],
  audience: string[],
  mending: Mending,
): Promise<{ known: KnownWord[]; documents: number }> {
  const asked = words.map(({ word, also, prefix, spaceless }, n) => ({
    n,
    word: spaceless ? "" : word,
    spellings: spaceless ? [] : [word, ...also],
    until: prefix && word.length >= 2 ? word + AFTER_ALL : null,
    first: word,
    edits: editsAllowed(word),
    keys: mending === "nothing" || !canBeMisspelt(word) ? null : keysOfMisspelt(word),
  }));
  const open = openTo(audience);
  // A word with synonyms is a word, even if no document holds it.
  const unknown = sql`(a.keys is not null and same.list is null
    and (${sql.raw(String(mending === "every word"))} or not coalesce(f.open, false) and s.documents is null))`;
  const { sql: text, params } = dialect.sqlToQuery(sql`
    select a.n, f.forms, f.documents, f.whole, s.documents as starts, near.words as near, halves.pair as halves,
      same.list as synonyms,
      (select documents from search_words where word = '*') as total
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a
      (n int, word text, spellings text[], until text, first text, edits int, keys text[])
    cross join lateral (
      select array_agg(w.word) as forms, max(w.documents) as documents, max(${openIn(audience)}) as whole,
        bool_or(${open}) as open
      from (${formsOf(sql`a.spellings`)}) as forms
      join search_words w on w.word = forms.form and w.documents > 0
    ) as f
    cross join lateral (
      select sum(documents) as documents from (
        select w.documents from search_words w
        where a.until is not null and w.word >= a.word and w.word < a.until and ${open} limit 30
      ) as begun
    ) as s
    cross join lateral (
      select jsonb_agg(jsonb_build_object('phrase', s.phrase, 'other', o.other, 'forms', coalesce(
        (select jsonb_agg(w.word) from (${formsOf(sql`array[o.other]`)}) as forms
          join search_words w on w.word = forms.form and w.documents > 0
          where strpos(o.other, ' ') = 0), '[]'))) as list
      from search_synonyms s, unnest(s.others) as o (other) where s.word = a.first
    ) as same
    cross join lateral (
      select jsonb_agg(jsonb_build_object('word', word, 'documents', documents)) as words from (
        select w.word, w.documents from search_spellings p join search_words w on w.word = p.word
        where ${unknown} and p.keys && a.keys and (p.word <> '' or unpacks(p.word)) and w.word <> a.word and ${open}
          and abs(char_length(w.word) - char_length(a.word)) <= a.edits
        order by levenshtein(w.word, a.word), w.documents desc limit ${MOST_NEAR}
      ) as candidates
    ) as near
    left join lateral (
      select array[l.word, r.word] as pair
      from generate_series(3, char_length(a.word) - 3) as at,
        lateral (select w.word, w.documents from search_words w
          where w.word = left(a.word, at) and w.documents > 1 and ${open} limit 1) as l,
        lateral (select w.word, w.documents from search_words w
          where w.word = substr(a.word, at + 1) and w.documents > 1 and ${open} limit 1) as r
      where ${unknown} order by least(l.documents, r.documents) desc limit 1
    ) as halves on true
    order by a.n`);
  // Planned once a connection: planning takes longer than looking up a word or two.
  const name = `search-look-up ${mending === "every word"} ${audience.includes("everyone")} ${audience.includes("members")}`;
  const { rows } = await db.$client.query<Row>({ name, text, values: params });
  return {
    known: rows.map(({ forms, documents, whole, starts, near, halves, synonyms }) => ({
      forms: forms ?? [],
      whole: whole ?? 0,
      documents: Math.max(documents ?? 0, Number(starts ?? 0)),
      near: near ?? [],
      halves,
      synonyms: synonyms ?? [],
    })),
    documents: rows[0]?.total ?? 0,
  };
}

type Row = {
  n: number;
  forms: string[] | null;
  documents: number | null;
  whole: number | null;
  starts: number | null;
  near: Candidate[] | null;
  halves: [string, string] | null;
  synonyms: Synonym[] | null;
  total: number | null;
};

/** Words and all their stems, as rows (form). */
const formsOf = (words: SQL): SQL => sql`
  select unnest(${words}) as form
  union
  select tag || stem[1] from unnest(${words}) as spelling, (values ${stemmerRows}) as stemmer (tag, dictionary),
    lateral (select ts_lexize(dictionary, spelling) as stem) as l where cardinality(stem) > 0`;

const openColumns = (audience: string[]) => [
  ...(audience.includes("everyone") ? ["w.for_everyone"] : []),
  ...(audience.includes("members") ? ["w.for_members"] : []),
];

/** Documents of a row of search_words that this reader may find, not counting those of narrower audiences. */
const openIn = (audience: string[]): SQL =>
  sql.raw(`greatest(${["0", ...openColumns(audience)].join(", ")})`);

/** Whether there are any. */
const openTo = (audience: string[]): SQL => sql`(${openIn(audience)} > 0)`;
