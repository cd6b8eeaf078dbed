import { createHash } from "node:crypto";

const LONGEST = 60;

/** Latin letters and digits of a text with hyphens between; "" where it has none. */
function plainSlug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain.slice(0, LONGEST).replace(/-[^-]*$/, (end) => (plain.length > LONGEST ? "" : end));
}

/**
 * Addresses a record may have, the best first; the last is free of clashes because it holds a piece of the
 * identifier's hash. Titles without Latin letters are named by the end of their identifier.
 */
export function slugChoices(title: string, identifier: string, language: string): string[] {
  const base =
    plainSlug(title).replace(/^\d+$/, "") || plainSlug(identifier.split("/").at(-1) ?? "") || "resource";
  const hash = createHash("sha256").update(identifier).digest("hex").slice(0, 8);
  const tag = language.toLowerCase();
  return [base, `${base}-${tag}`, `${base}-${tag}-${hash}`];
}
