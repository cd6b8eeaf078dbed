import { currentLocale } from "../i18n/locale";
import { m } from "../i18n/messages";
import type { Letter } from "./mail.server";

/** What a letter says. All of it is plain text; nothing in it is taken for HTML. */
export type LetterContent = {
  subject: string;
  greeting: string;
  paragraphs: string[];
  /** Things of this site, each list under a heading; all addresses are whole ones. */
  lists?: LetterList[];
  /** The one thing to do: a whole address of this site. */
  button?: { label: string; url: string };
  /** How to get no more letters of this kind. */
  stop?: { text: string; url: string };
};

export type LetterList = {
  title: string;
  /** Where all of it stands. */
  url: string;
  items: { label: string; url: string }[];
  /** Says that there is more than these. */
  more: string | null;
};

/**
 * Writes a letter as text and as HTML that says the same, in the locale it is called in. Mail programs know few
 * styles: they stand on the elements, and only what the dark needs stands in a sheet.
 */
export function writeLetter(
  content: LetterContent,
): Pick<Letter, "subject" | "text" | "html"> & { stopUrl: string | undefined } {
  const { subject, stop } = content;
  return { subject, text: asText(content), html: asHtml(content), stopUrl: stop?.url };
}

function asText({ greeting, paragraphs, lists = [], button, stop }: LetterContent): string {
  const parts = [greeting, ...paragraphs, ...lists.map(listAsText)];
  if (button) parts.push(`${button.label}\n${button.url}`);
  if (stop) parts.push(`${stop.text}\n${stop.url}`);
  return `${[...parts, `-- \n${m.site_name()}`].join("\n\n")}\n`;
}

function listAsText({ title, url, items, more }: LetterList): string {
  const lines = items.map((item) => `* ${item.label}\n  ${item.url}`);
  return [title, ...lines, ...(more ? [`* ${more}\n  ${url}`] : [])].join("\n");
}

const FONT = "font-family:'Schibsted Grotesk',system-ui,-apple-system,'Segoe UI',sans-serif";

// The colours of LOOK.md: paper, ink, second ink, board and what stands on it.
const DARK = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.paper{background:#13211b!important}.ink{color:#eff4ed!important}.ink-2{color:#bac8c0!important}
.board{background:#93d6b4!important;color:#0b1a13!important}}`;

function asHtml({ subject, greeting, paragraphs, lists = [], button, stop }: LetterContent): string {
  const paragraph = (text: string) =>
    `<p class="ink" style="margin:0 0 16px;color:#18221e">${escaped(text).replaceAll("\n", "<br>")}</p>`;
  const action = button
    ? `<p style="margin:24px 0 12px"><a class="board" href="${escaped(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:3px;background:#1d5a45;color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>
<p class="ink-2" style="margin:0 0 16px;font-size:14px;color:#46534d;overflow-wrap:anywhere">${escaped(button.url)}</p>`
    : "";
  const end = stop
    ? `<p class="ink-2" style="margin:24px 0 0;font-size:14px;color:#46534d">${escaped(stop.text)}<br><a class="ink-2" href="${escaped(stop.url)}" style="color:#46534d;overflow-wrap:anywhere">${escaped(stop.url)}</a></p>`
    : "";
  return `<!doctype html>
<html lang="${currentLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK}</style>
</head>
<body class="paper" style="margin:0;background:#fdfdfb">
<div class="paper ink" style="max-width:560px;margin:0 auto;padding:32px 20px;background:#fdfdfb;color:#18221e;font-size:17px;line-height:1.5;${FONT}">
<p class="ink" style="margin:0 0 24px;padding:0 0 12px;border-bottom:2px solid currentColor;color:#18221e;font-weight:700">${escaped(m.site_name())}</p>
${[greeting, ...paragraphs].map(paragraph).join("\n")}
${lists.map(listAsHtml).join("\n")}
${action}
${end}
</div>
</body>
</html>
`;
}

function listAsHtml({ title, url, items, more }: LetterList): string {
  const link = (item: { label: string; url: string }) =>
    `<li style="margin:0 0 8px"><a class="ink" href="${escaped(item.url)}" style="color:#18221e">${escaped(item.label)}</a></li>`;
  const lines = [...items, ...(more ? [{ label: more, url }] : [])];
  return `<h2 class="ink" style="margin:24px 0 8px;font-size:18px;color:#18221e">${escaped(title)}</h2>
<ul class="ink" style="margin:0 0 16px;padding:0 0 0 20px;color:#18221e">${lines.map(link).join("")}</ul>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML that shows it letter by letter, also inside a quoted attribute. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!);
