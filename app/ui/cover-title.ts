/** Widths in em of Schibsted Grotesk at weight 700, coarse: enough to know where a line is full. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
}

function widthOfLetter(letter: string): number {
  if (/[ijl.,:;'’|!]/.test(letter)) return 0.3;
  if (/[frt\s()[\]-]/.test(letter)) return 0.36;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  if (/\p{Script=Han}/u.test(letter)) return 1;
  if (/\p{M}/u.test(letter)) return 0;
  if (/\p{Lu}/u.test(letter)) return 0.68;
  return 0.6;
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
    return parts.flatMap((part) =>
      widthOf(part) <= ems ? [part] : Array.from(letterBreaks.segment(part), ({ segment }) => segment),
    );
  });
}

function shorten(line: string, ems: number): string {
  const letters = Array.from(letterBreaks.segment(line), ({ segment }) => segment);
  while (letters.length > 0 && widthOf(letters.join("")) > ems - 0.9) letters.pop();
  return letters.join("").trimEnd();
}
