import { currentLocale } from "../i18n/locale";
import { m } from "../i18n/messages";
import type { Letter } from "./mail.server";

/** What a letter says. All of it is plain text; nothing in it is taken for HTML. */
export type LetterContent = {
  subject: string;
  greeting: string;
  paragraphs: string[];
  /** The one thing to do: a whole address of this site. */
  button?: { label: string; url: string };
};

/**
 * Writes a letter as text and as HTML that says the same, in the locale it is called in. Mail programs know few
 * styles: they stand on the elements, and only what the dark needs stands in a sheet.
 */
export function writeLetter(content: LetterContent): Pick<Letter, "subject" | "text" | "html"> {
  return { subject: content.subject, text: asText(content), html: asHtml(content) };
}

function asText({ greeting, paragraphs, button }: LetterContent): string {
  const parts = [greeting, ...paragraphs];
  if (button) parts.push(`${button.label}\n${button.url}`);
  return `${[...parts, `-- \n${m.site_name()}`].join("\n\n")}\n`;
}

const FONT = "font-family:'Schibsted Grotesk',system-ui,-apple-system,'Segoe UI',sans-serif";

// The colours of LOOK.md: paper, ink, second ink, board and what stands on it.
const DARK = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.paper{background:#13211b!important}.ink{color:#eff4ed!important}.ink-2{color:#bac8c0!important}
.board{background:#93d6b4!important;color:#0b1a13!important}}`;

function asHtml({ subject, greeting, paragraphs, button }: LetterContent): string {
  const paragraph = (text: string) =>
    `<p class="ink" style="margin:0 0 16px;color:#18221e">${escaped(text).replaceAll("\n", "<br>")}</p>`;
  const action = button
    ? `<p style="margin:24px 0 12px"><a class="board" href="${escaped(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:3px;background:#1d5a45;color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>
<p class="ink-2" style="margin:0 0 16px;font-size:14px;color:#46534d;overflow-wrap:anywhere">${escaped(button.url)}</p>`
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
${action}
</div>
</body>
</html>
`;
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
