import Bowser from "bowser";

/** What is known of the browser a request came from. */
export type RequestBrowser = {
  /** The Cookie header. */
  cookies: string | null;
  /** The User-Agent header. */
  userAgent?: string | null;
};

/** Longer than any honest User-Agent; a bound keeps reading it cheap. */
const LONGEST = 400;
const LONGEST_NAME = 40;

/**
 * The plain names in a User-Agent header, such as "Firefox" and "Windows".
 * @param userAgent as it came; at most its first 400 characters are read
 * @returns each at most 40 characters long, "" where it is not known
 */
export function browserName(userAgent: string | null | undefined): { browser: string; system: string } {
  const said = (userAgent ?? "").slice(0, LONGEST);
  if (said.trim() === "") return { browser: "", system: "" };
  const { browser, os } = Bowser.parse(said);
  return { browser: plain(browser.name), system: plain(os.name) };
}

/** An unknown program may call itself anything. */
const plain = (name: string | undefined) =>
  (name ?? "").replace(/[^\p{L}\p{N} .+-]/gu, "").slice(0, LONGEST_NAME);
