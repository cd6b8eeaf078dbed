import { sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { stemmers } from "./languages";

/** Stems remembered; beyond these it begins anew, so that memory stays bounded (about 100 bytes each). */
const MOST_REMEMBERED = 300_000;

/** Stems that were asked for once: most words of a document stand in a thousand others too. */
export type Stems = {
  /** Asks PostgreSQL for stems that are not known yet, all in one statement. */
  learn(words: { tag: string | null; terms: Iterable<string> }[]): Promise<void>;
  /** The stem of a word that was learnt; "" where it has none, as words that say little have. */
  of(tag: string | null, term: string): string;
};

/** Stems by the dictionaries of `languages.ts`, remembered as long as what is returned lives. */
export function stemsFrom(db: Reader): Stems {
  const known = new Map<string, Map<string, string>>();
  let remembered = 0;
  return {
    async learn(words) {
      if (remembered > MOST_REMEMBERED) {
        known.clear();
        remembered = 0;
      }
      const unknown = unknownAmong(words, known);
      if (unknown.terms.length === 0) return;
      const { rows } = await db.execute<{ stems: (string | null)[] }>(sql`
        select json_agg((ts_lexize(dictionary::regdictionary, term))[1] order by n) as stems
        from unnest(${sql.param(unknown.tags.map((tag) => stemmers[tag]))}::text[], ${sql.param(unknown.terms)}::text[])
          with ordinality as asked (dictionary, term, n)`);
      for (const [index, stem] of rows[0]!.stems.entries())
        known.get(unknown.tags[index]!)!.set(unknown.terms[index]!, stem ?? "");
      remembered += unknown.terms.length;
    },
    of: (tag, term) => (tag === null ? "" : (known.get(tag)?.get(term) ?? "")),
  };
}

function unknownAmong(words: Parameters<Stems["learn"]>[0], known: Map<string, Map<string, string>>) {
  const tags: string[] = [];
  const terms: string[] = [];
  for (const { tag, terms: wanted } of words) {
    if (tag === null) continue;
    const stems = known.get(tag) ?? new Map<string, string>();
    known.set(tag, stems);
    for (const term of wanted) {
      if (term === "" || stems.has(term)) continue;
      // Taken as known from here on, so that it is asked for once.
      stems.set(term, "");
      tags.push(tag);
      terms.push(term);
    }
  }
  return { tags, terms };
}
