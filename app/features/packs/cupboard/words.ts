const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/**
 * The words of a text, in small letters and without accents: "2 Pâtes à modeler" is "2 pates a modeler". A number and
 * the unit stuck to it come apart. Marks of scripts other than Latin stay: in Khmer they are vowels.
 */
export function wordsOf(text: string): string[] {
  return text
    .replace(INVISIBLE, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replace(/(\p{N})(?=\p{L})/gu, "$1 ")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}
