/** A piece of a line: plain, emphasised, code, or a link to another site. */
export type Span = { text: string; kind?: "strong" | "em" | "code" } | { text: string; href: string };

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  "#39": "'",
  hellip: "…",
  ndash: "–",
  mdash: "—",
};

/** Takes out what only the site it came from understands: pictures, attributes, tags, block names. */
export function withoutForeign(line: string): string {
  return line
    .replace(/!\[[^\]]{0,1000}\]\([^)]{0,1000}\)/g, "")
    .replace(/\{:[^}]{0,200}\}/g, "")
    .replace(/\{(?:image|video|panel|comment|glossary-link|button-link|interactive)\b[^}]{0,1000}\}/g, "")
    .replace(/@boardname@/g, "micro:bit")
    .replace(
      /@(?:unplugged|fullscreen|showdialog|showhint|resetDiff|highlight|homeurl@|tutorialCompleted)\b/gi,
      "",
    )
    .replace(/``\|\|(?:[\w.-]{1,60}:)?([^|`]{1,200})\|\|``/g, "`$1`")
    .replace(/``\|([^|`]{1,200})\|``/g, "`$1`")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<\/?kbd>/gi, "`")
    .replace(/<!--.{0,1000}?-->/g, "")
    .replace(/<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,1000})?\/?>/gi, "")
    .replace(/&(#?\w{2,8});/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}

// Code first, for nothing inside it means anything; then links; then emphasis. Every part has a longest length, so
// that a line of a hundred thousand opening signs takes no longer than any other.
const pattern =
  /(`{1,2})(?!`)(.{1,300}?)\1|<(https?:\/\/[^\s<>]{1,1000})>|(?<![\p{L}\p{N}(["'=])(https?:\/\/[^\s<>()\]"']{1,1000}[^\s<>()\]"'.,;:!?])|\[([^\][]{0,500})\]\(\s{0,3}([^)\s]{0,1000})[^)]{0,200}\)|\*\*(?=\S)(.{1,500}?)\*\*|__(?=\S)(.{1,500}?)__|\*(?=\S)([^*]{1,500})\*|(?<![\p{L}\p{N}])_(?=\S)([^_]{1,500})_(?![\p{L}\p{N}])/gu;

/** The spans of a line of Markdown; links that lead to no site keep their words only. */
export function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    push(spans, { text: line.slice(at, match.index) });
    at = match.index + match[0].length;
    const [, , code, framed, bare, linked, href, bold, strong, star, underscore] = match;
    const address = framed ?? bare;
    if (code !== undefined) push(spans, { text: code.trim(), kind: "code" });
    else if (address !== undefined) push(spans, linkOf(address, address));
    else if (linked !== undefined) push(spans, linkOf(plain(linked), href ?? ""));
    else if ((bold ?? strong) !== undefined) push(spans, { text: plain((bold ?? strong)!), kind: "strong" });
    else push(spans, { text: plain((star ?? underscore)!), kind: "em" });
  }
  push(spans, { text: line.slice(at) });
  return spans;
}

function push(spans: Span[], span: Span): void {
  if (span.text !== "") spans.push(span);
}

const linkOf = (text: string, href: string): Span =>
  /^https?:\/\/[^\s/]/i.test(href) && URL.canParse(href) ? { text: text || href, href } : { text };

/** Emphasis inside of emphasis is taken out rather than nested. */
const plain = (text: string) => text.replace(/[*`]+/g, "").replace(/(?<=^|\s)_|_(?=\s|$)/g, "");

/** The words of spans alone. */
export const textOf = (spans: Span[]): string => spans.map(({ text }) => text).join("");
