/** Longer than any address of this site; a bound keeps the check cheap on hostile input. */
const longest = 2048;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const forbiddenAnywhere = /[\\\u0000-\u001f\u007f-\u009f]/;

/** Encoded ASCII and control characters; all of ASCII, because digits of an encoding can be encoded too. */
const encodedDanger = /%(?:[0-7][0-9a-f]|c2%[89][0-9a-f])/gi;

/**
 * Whether `path` is an address inside this site: it begins with one slash, and its path (what stands before
 * `?` and `#`) holds no `//`, backslash or control character, plain or percent-encoded any number of times.
 *
 * Why so strict: React Router 6 and Remix 2 turn a link or redirect such as `/\evil.example` into one that
 * leaves the site (GHSA-wrjc-x8rr-h8h6, not mended in that line), browsers read `\` as `/` and drop tabs and
 * line ends from addresses, and proxies decode `%5c` and `%2f` before they look. Every redirect and every
 * link whose address comes from data passes here.
 *
 * What stands after `?` may hold encoded forms: it never decides where a link leads, and a search for a
 * backslash must stay possible.
 */
export function isSitePath(path: unknown): path is string {
  if (typeof path !== "string" || path.length > longest) return false;
  if (!path.startsWith("/") || forbiddenAnywhere.test(path)) return false;
  let place = path.split(/[?#]/, 1)[0] ?? "";
  for (let decoded = decodeDanger(place); decoded !== place; decoded = decodeDanger(place)) place = decoded;
  return !place.includes("//") && !forbiddenAnywhere.test(place);
}

/** Undoes one layer of encoding of the characters that matter here; each layer makes the text shorter. */
function decodeDanger(text: string): string {
  return text.replace(encodedDanger, (match) =>
    match.length > 3 ? "\u0080" : String.fromCharCode(Number.parseInt(match.slice(1), 16)),
  );
}
