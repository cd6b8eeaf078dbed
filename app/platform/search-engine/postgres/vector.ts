/** What of a document is searched, cut into terms (see `termsOf`), and how it is stemmed. */
export type SearchedFields = {
  type: string;
  title: string[];
  keywords: string[];
  summary: string[];
  /** May hold "" for words that are left out, so that the others keep their places. */
  body: string[];
  /** The subtag its words are stemmed under; null where they are not. */
  tag: string | null;
};

/** Letters of fields, and how far their places are shifted apart, so that no phrase spans two. */
const fields = [
  { name: "title", weight: "A", shift: 0 },
  { name: "keywords", weight: "B", shift: 200 },
  { name: "summary", weight: "C", shift: 1_000 },
  { name: "body", weight: "D", shift: 2_000 },
] as const;

/** The last place a tsvector can tell from those behind it. */
const LAST_PLACE = 16_383;

/**
 * The vector of a document as text that PostgreSQL reads: every term with its places and the letter of its field, its
 * stem as "en/bridg" at the same places, both for the title once more as "t/…", and the kind of record as "y/pack".
 * Terms hold letters and digits only, so quoting is safe.
 * @param stemOf the stem of a term in the document's language; "" where it has none
 * @returns the vector, and the words and stems in it that are counted
 */
export function vectorOf(
  searched: SearchedFields,
  stemOf: (term: string) => string,
): { vector: string; lexemes: string[] } {
  const terms = new Map<string, string>();
  const titled = new Map<string, string>();
  for (const { name, weight, shift } of fields) {
    for (const [index, term] of searched[name].entries()) {
      if (term === "") continue;
      const place = `${Math.min(index + 1 + shift, LAST_PLACE)}${weight}`;
      append(terms, term, place);
      if (weight === "A") append(titled, term, place);
    }
  }
  const lexemes = withStems(terms, searched.tag, stemOf);
  let vector = `'y/${searched.type}'`;
  for (const [lexeme, places] of lexemes) vector += ` '${lexeme}':${places}`;
  for (const [lexeme, places] of withStems(titled, searched.tag, stemOf))
    vector += ` 't/${lexeme}':${places}`;
  return { vector, lexemes: [...lexemes.keys()] };
}

function append(places: Map<string, string>, lexeme: string, place: string) {
  const others = places.get(lexeme);
  places.set(lexeme, others === undefined ? place : `${others},${place}`);
}

function withStems(terms: Map<string, string>, tag: string | null, stemOf: (term: string) => string) {
  if (tag === null) return terms;
  const lexemes = new Map(terms);
  for (const [term, places] of terms) {
    const stem = stemOf(term);
    if (stem !== "") append(lexemes, `${tag}/${stem}`, places);
  }
  return lexemes;
}
