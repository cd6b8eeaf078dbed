// No form schemas here: the browser needs these, and should not load a validator with them.

/** Longest texts of a network, in characters. */
export const LONGEST = {
  name: 80,
  slug: 60,
  summary: 200,
  description: 5_000,
  welcome: 2_000,
  message: 2_000,
  reason: 1_000,
  /** Of a coordinator to one member. */
  words: 1_000,
  announcementTitle: 120,
  announcement: 5_000,
} as const;

/** Addresses below /networks that are pages of their own. */
export const takenSlugs: readonly string[] = ["new"];

/**
 * The address a network gets from its name: "Île-de-France Nord" becomes "ile-de-france-nord".
 * @returns "" where the name has no Latin letter or digit; an address must then be typed
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[æÆ]/g, "ae")
    .replace(/[øØ]/g, "o")
    .replace(/['’]/g, "")
    .toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, LONGEST.slug)
    .replace(/-+$/, "");
}

/** The address of the finder's answer; what is empty is left out. */
export function networksPath(query: Record<string, string>): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  return given.length === 0 ? "/networks" : `/networks?${new URLSearchParams(given)}`;
}

/** Plain text as paragraphs: blank lines part them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
