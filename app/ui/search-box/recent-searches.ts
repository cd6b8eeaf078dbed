/**
 * What was searched for in this browser, newest first. It stays here: nothing of it is ever sent. Where the browser
 * keeps nothing (private windows, refused storage), there is nothing to remember and nothing fails.
 */
const KEY = "staffroom.recent-searches";

const MOST = 8;

/** Longer texts are pasted, not searched for again. */
const LONGEST = 80;

/** @returns at most eight texts, newest first */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter((text): text is string => typeof text === "string" && text !== "").slice(0, MOST);
  } catch {
    return [];
  }
}

/**
 * Remembers a text as the newest. As one types on, the beginning that was remembered a moment ago makes room for the
 * whole; taking letters back changes nothing.
 */
export function rememberSearch(text: string): void {
  const words = text.trim();
  if (words === "" || words.length > LONGEST) return;
  const before = recentSearches();
  const newest = before[0] ?? "";
  if (isBeginningOf(words, newest)) return;
  const others = before.filter(
    (other, index) => !same(other, words) && (index > 0 || !isBeginningOf(other, words)),
  );
  keep([words, ...others]);
}

/** Forgets one text. */
export const forgetSearch = (text: string): void => keep(recentSearches().filter((other) => other !== text));

/** Forgets all of them. */
export const forgetSearches = (): void => keep([]);

function keep(texts: string[]) {
  try {
    if (texts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(texts.slice(0, MOST)));
  } catch {
    // Refused: then nothing is remembered.
  }
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const isBeginningOf = (start: string, whole: string) => whole.toLowerCase().startsWith(start.toLowerCase());
