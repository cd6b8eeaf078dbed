/** Plurals that no rule below brings back. */
const irregular: Record<string, string> = {
  dice: "die",
  halves: "half",
  knives: "knife",
  leaves: "leaf",
  loaves: "loaf",
  scarves: "scarf",
  shelves: "shelf",
};

/** What a plural may end in, English and French, and what its singular ends in. */
const endings: [plural: RegExp, singular: string][] = [
  [/ies$/, "y"],
  [/(?<=s|x|z|ch|sh|o)es$/, ""],
  [/(?<=eau|eu|ou|au)x$/, ""],
  [/aux$/, "al"],
  [/(?<=[^s])s$/, ""],
];

/**
 * A word and what it may be the plural of: "batteries" is "battery" or "batterie", "boxes" is "box" or "boxe". No
 * dictionary tells which language a list is in, so all of them are tried against names that exist.
 */
export function singularsOf(word: string): string[] {
  if (word.length < 4) return [word];
  const found = endings
    .filter(([plural]) => plural.test(word))
    .map(([plural, singular]) => word.replace(plural, singular));
  return [...new Set([word, ...found, ...(irregular[word] ? [irregular[word]] : [])])];
}

/** More readings of one phrase than any real one has. */
const MOST_READINGS = 48;

/** Every way to read the words of a phrase as singulars, the phrase itself first. */
export function readingsOf(words: readonly string[]): string[] {
  let readings = [""];
  for (const word of words) {
    const forms = singularsOf(word);
    readings = readings.flatMap((start) => forms.map((form) => (start ? `${start} ${form}` : form)));
    readings = readings.slice(0, MOST_READINGS);
  }
  return readings;
}
