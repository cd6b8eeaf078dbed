import { classes } from "./classes";

/** How many `.initials-n` colours styles.css has; each holds white at 4.5 to 1 or better. */
const colours = 7;

export type InitialsProps = {
  name: string;
  /** Squares of 28, 42 and 72 px. */
  size?: "small" | "middle" | "large";
};

/** A person as a square with their initials; hidden from screen readers, for the name stands beside it. */
export function Initials({ name, size = "middle" }: InitialsProps) {
  return (
    <span
      className={classes("initials", `initials-${size}`, `initials-${colourOf(name)}`)}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letter, as a reader sees it, of the first and the last word of a name in any alphabet. */
export function initialsOf(name: string): string {
  const words = name
    .normalize("NFC")
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word) => firstLetter(word ?? ""));
  // A zero-width non-joiner keeps two Arabic letters apart.
  return letters.join(/\p{Script=Arabic}/u.test(letters.join("")) ? "\u200c" : "").toLocaleUpperCase("en");
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) if (/\p{L}/u.test(segment)) return segment;
  return "";
}

/** FNV-1a, so that a name has the same colour everywhere and always. */
function colourOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name.normalize("NFC")))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % colours;
}
