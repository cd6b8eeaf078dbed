/** Stemming dictionaries that PostgreSQL 15 and newer bring along, by primary language subtag (BCP 47). */
export const stemmers: Readonly<Record<string, string>> = {
  ar: "arabic_stem",
  ca: "catalan_stem",
  da: "danish_stem",
  de: "german_stem",
  el: "greek_stem",
  en: "english_stem",
  es: "spanish_stem",
  eu: "basque_stem",
  fi: "finnish_stem",
  fr: "french_stem",
  ga: "irish_stem",
  hi: "hindi_stem",
  hu: "hungarian_stem",
  hy: "armenian_stem",
  id: "indonesian_stem",
  it: "italian_stem",
  lt: "lithuanian_stem",
  ne: "nepali_stem",
  nl: "dutch_stem",
  no: "norwegian_stem",
  pt: "portuguese_stem",
  ro: "romanian_stem",
  ru: "russian_stem",
  sr: "serbian_stem",
  sv: "swedish_stem",
  ta: "tamil_stem",
  tr: "turkish_stem",
  yi: "yiddish_stem",
};

/** The subtag words of a language are stemmed under; null where PostgreSQL has no stemmer for it. */
export function stemmedAs(language: string): string | null {
  const first = language.toLowerCase().split(/[-_]/)[0] ?? "";
  // Both written forms of Norwegian share a stemmer, and so find each other.
  const subtag = first === "nb" || first === "nn" ? "no" : first;
  return Object.hasOwn(stemmers, subtag) ? subtag : null;
}
