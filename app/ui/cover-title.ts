/**
 * Widths of letters in em, measured on Schibsted Grotesk and Noto Sans Khmer at weight 700 and grouped; the
 * first that matches counts. A label needs to know where its lines are full before there is a browser to ask.
 */
const widths: [letters: RegExp, width: number][] = [
  [/\s/u, 0.21],
  [/[ijl.,:;'’!|]/u, 0.3],
  [/[ft()[\]1I-]/u, 0.4],
  [/[mw]/u, 0.88],
  [/[MW@%]/u, 1],
  [/r/u, 0.45],
  [/[sz]/u, 0.53],
  [/[\p{Ll}\p{Nd}]/u, 0.605],
  [/\p{Lu}/u, 0.7],
  [/\p{Mn}/u, 0],
  [/\p{Mc}/u, 0.3],
  [/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u, 1],
  [/\p{Script=Khmer}/u, 0.8],
];

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.65;
  return width;
}

export type TitleLines = { lines: string[]; fontSize: number };

/**
 * Breaks a title into the lines of a cover's label: up to two at the full size, up to three at a smaller one,
 * the last cut short with an ellipsis.
 * @param width of the label, in the units of `sizes`
 * @param sizes font sizes to try: for two lines, then for three
 */
export function titleLines(title: string, width: number, sizes: [number, number]): TitleLines {
  const [large, small] = sizes;
  const lines = wrap(title, width / large);
  if (lines.length <= 2) return { lines, fontSize: large };
  const smaller = wrap(title, width / small);
  if (smaller.length <= 3) return { lines: smaller, fontSize: small };
  return { lines: [...smaller.slice(0, 2), `${shorten(smaller[2] ?? "", width / small)}…`], fontSize: small };
}

function wrap(title: string, ems: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(title, ems)) {
    if (line && widthOf((line + piece).trimEnd()) > ems) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

const wordBreaks = new Intl.Segmenter("en", { granularity: "word" });
const letterBreaks = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Words with the space after them; in scripts without spaces, what the dictionary calls a word. */
function pieces(title: string, ems: number): string[] {
  const words = title.normalize("NFC").split(/(?<=[\s-])/u);
  return words.flatMap((word) => {
    if (widthOf(word.trimEnd()) <= ems) return [word];
    const parts = Array.from(wordBreaks.segment(word), ({ segment }) => segment);
    return parts.flatMap((part) => (widthOf(part) <= ems ? [part] : halves(part, ems)));
  });
}

/** Cuts a word that is wider than a line into pieces that fit, with a hyphen where the script has one. */
function halves(word: string, ems: number): string[] {
  const hyphen = /\p{Script=Latin}/u.test(word) ? "-" : "";
  const parts: string[] = [];
  let part = "";
  for (const { segment } of letterBreaks.segment(word)) {
    if (part && widthOf(part + segment + hyphen) > ems) {
      parts.push(part + hyphen);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

function shorten(line: string, ems: number): string {
  const letters = Array.from(letterBreaks.segment(line), ({ segment }) => segment);
  while (letters.length > 0 && widthOf(letters.join("")) > ems - 0.9) letters.pop();
  return letters.join("").trimEnd();
}
