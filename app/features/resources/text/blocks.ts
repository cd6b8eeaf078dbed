import { type Span, spansOf, textOf, withoutForeign } from "./inline";

/** A piece of a resource's text, ready to be shown; never HTML. */
export type Block =
  | { kind: "heading"; level: 2 | 3 | 4; spans: Span[] }
  | { kind: "paragraph"; spans: Span[] }
  | { kind: "quote"; spans: Span[] }
  | { kind: "list"; ordered: boolean; items: Span[][] }
  | { kind: "code"; text: string };

/** Longest text that is read, in characters. */
const LONGEST_TEXT = 200_000;

/** Code that only the site it came from can show: boxes of links, settings of its editor. */
const foreignCode = new Set([
  "cards",
  "package",
  "codecard",
  "template",
  "config",
  "ghost",
  "simtheme",
  "customts",
  "shuffle",
  "sim",
  "blockconfig.global",
  "validation.global",
  "blocks-ignore",
]);

/** Raspberry Pi's directives, which some records run together with other text. */
const directives = /-{2,3} ?\/?(?:task|hints?|collapse|no-print|print-only|challenge|save|code) ?-{2,3}/g;

/** Elements whose contents are no text. */
const embedded = /<(iframe|script|style|svg|object|embed|audio|video)\b/i;

/**
 * Reads Markdown as the records bring it, with the directives of their sites: CS Unplugged's `{image …}`, MakeCode's
 * `~hint` and `@boardname@`, Raspberry Pi's `--- task ---`. What it does not know it shows as text.
 * @param title the resource's own, which its first heading often repeats
 */
export function readText(markdown: string, title = ""): Block[] {
  const reader = new Reader();
  const lines = markdown.slice(0, LONGEST_TEXT).replace(directives, "\n$&\n").split(/\r?\n/);
  for (const line of lines) reader.read(line);
  const blocks = reader.end();
  const [first] = blocks;
  const same = first?.kind === "heading" && textOf(first.spans).toLowerCase() === title.trim().toLowerCase();
  return levelled(same ? blocks.slice(1) : blocks);
}

/** Headings without gaps: the highest is of level 2, and none is more than one below the one before. */
function levelled(blocks: Block[]): Block[] {
  const used = [
    ...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []))),
  ].sort();
  let last = 1;
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    last = Math.min(used.indexOf(block.level) + 2, last + 1);
    return { ...block, level: last as 2 | 3 | 4 };
  });
}

/** The text of blocks for searching: a line each. */
export function plainTextOf(blocks: Block[]): string {
  return blocks
    .filter(({ kind }) => kind !== "code")
    .map((block) => {
      if (block.kind === "code") return block.text;
      return block.kind === "list" ? block.items.map(textOf).join("\n") : textOf(block.spans);
    })
    .join("\n");
}

/** Reads line by line; remembers what it is in the middle of. */
class Reader {
  private readonly blocks: Block[] = [];
  private paragraph: string[] = [];
  private quote: string[] = [];
  private code: { fence: string; lines: string[]; shown: boolean } | null = null;
  /** Inside a front matter: between two lines of three dashes. */
  private frontMatter = false;
  private printOnly = false;
  private embedding: string | null = null;

  read(raw: string) {
    if (this.code) return this.readCode(raw);
    const line = raw.trim();
    if (this.embedding) {
      if (line.toLowerCase().includes(`</${this.embedding}`)) this.embedding = null;
      return;
    }
    if (this.frontMatter) return this.readFrontMatter(line);
    if (line === "---") {
      this.flush();
      this.frontMatter = true;
      return;
    }
    const directive = /^-{2,3}\s*(\/?[a-z-]+?)\s*-{2,3}$/.exec(line)?.[1];
    if (directive) return this.readDirective(directive);
    if (!this.printOnly) this.readLine(line);
  }

  end(): Block[] {
    if (this.code) this.closeCode();
    this.flush();
    return this.blocks;
  }

  private readLine(line: string) {
    const fence = /^(`{3,}|~{3,})\s*([\w.-]*)/.exec(line);
    if (fence) {
      this.flush();
      this.code = { fence: fence[1]!, lines: [], shown: !foreignCode.has(fence[2]!.toLowerCase()) };
      return;
    }
    // MakeCode's boxes begin with "### ~hint" and end with "~": their text stays, their frames go.
    if (/^#{0,6}\s*~/.test(line) || /^#{1,6}\s*@(?!boardname)\w/.test(line)) return this.flush();
    // An address alone on its line stands for a film there.
    if (/^https?:\/\/(?:www\.)?(?:youtu\.be|youtube\.com|vimeo\.com)\/\S+$/i.test(line)) return this.flush();
    const opened = embedded.exec(line);
    if (opened) {
      const name = opened[1]!.toLowerCase();
      if (name !== "embed" && !line.toLowerCase().includes(`</${name}`)) this.embedding = name;
      return;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) return this.readHeading(heading[1]!.length, heading[2]!.replace(/ #{1,6}$/, ""));
    const item = /^(?:[-*+]|(\d{1,3})[.)])\s+(.*)$/.exec(line);
    if (item) return this.readItem(item[1] !== undefined, item[2]!);
    if (/^\|.*\|$/.test(line)) return this.readRow(line);
    if (/^>/.test(line)) {
      this.flushParagraph();
      this.quote.push(line.replace(/^>\s?/, ""));
      return;
    }
    if (/^([-*_] ?){3,200}$/.test(line) || line === "") return this.flush();
    this.flushQuote();
    this.paragraph.push(line);
  }

  private readDirective(name: string) {
    this.flush();
    if (name === "code") this.code = { fence: "--- /code ---", lines: [], shown: true };
    else if (name === "print-only") this.printOnly = true;
    else if (name === "/print-only") this.printOnly = false;
  }

  private readFrontMatter(line: string) {
    const title = /^title:\s*(.*)$/.exec(line)?.[1];
    if (title) this.readHeading(4, title.replace(/^["']|["']$/g, ""));
    // A line of three dashes that was a rule is followed by text: then there is no front matter.
    const setting = line === "" || /^[\w-]+:/.test(line);
    if (line === "---" || !setting) this.frontMatter = false;
    if (line !== "---" && !setting) this.readLine(line);
  }

  private readCode(raw: string) {
    const { fence, lines } = this.code!;
    const line = raw.trim();
    if (
      fence.startsWith("---")
        ? /^---\s*\/code\s*---$/.test(line)
        : line.startsWith(fence) && /^[`~]+$/.test(line)
    ) {
      this.closeCode();
    } else lines.push(raw);
  }

  private closeCode() {
    const { fence, lines, shown } = this.code!;
    this.code = null;
    const first = lines.findIndex((line) => line.trim() !== "");
    // Raspberry Pi's code begins with settings between dashes.
    const settings = fence.startsWith("---") && lines[first]?.trim() === "---";
    const from = settings ? lines.findIndex((line, at) => at > first && line.trim() === "---") + 1 : first;
    const text = lines
      .slice(Math.max(0, from))
      .join("\n")
      .replace(/^\s*\n/, "")
      .trimEnd();
    if (shown && text.trim() !== "") this.blocks.push({ kind: "code", text });
  }

  private readHeading(depth: number, text: string) {
    this.flush();
    const spans = spansOf(withoutForeign(text.replace(/^\{(.*)\}$/, "$1")));
    const level = depth <= 2 ? 2 : depth === 3 ? 3 : 4;
    if (textOf(spans).trim() !== "") this.blocks.push({ kind: "heading", level, spans });
  }

  private readItem(ordered: boolean, text: string) {
    this.flush();
    const spans = spansOf(withoutForeign(text));
    if (textOf(spans).trim() === "") return;
    const last = this.blocks.at(-1);
    if (last?.kind === "list" && last.ordered === ordered) last.items.push(spans);
    else this.blocks.push({ kind: "list", ordered, items: [spans] });
  }

  /** A row of a table becomes an item: its cells one after the other. */
  private readRow(line: string) {
    if (/^[|\s:-]+$/.test(line)) return;
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    this.readItem(false, cells.filter(Boolean).join(" · "));
  }

  private flush() {
    this.flushParagraph();
    this.flushQuote();
  }

  private flushParagraph() {
    const spans = spansOf(withoutForeign(this.paragraph.join(" ")));
    this.paragraph = [];
    if (textOf(spans).trim() !== "") this.blocks.push({ kind: "paragraph", spans });
  }

  private flushQuote() {
    const spans = spansOf(withoutForeign(this.quote.join(" ")));
    this.quote = [];
    if (textOf(spans).trim() !== "") this.blocks.push({ kind: "quote", spans });
  }
}
