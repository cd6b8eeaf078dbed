import { MARK_END, MARK_START } from "~/platform/search-engine/search-engine";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** Text with marks around matched words as HTML: the words in `<mark>`, everything else escaped. */
export function toHtml(marked: string): string {
  const [before = "", ...parts] = marked.split(MARK_START);
  const rest = parts.map((part) => {
    const [match = "", ...after] = part.split(MARK_END);
    return `<mark>${escapeHtml(match)}</mark>${escapeHtml(after.join(""))}`;
  });
  return escapeHtml(before.replaceAll(MARK_END, "")) + rest.join("");
}
