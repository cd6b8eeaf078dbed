import { baseLocale, isLocale, locales, overwriteGetLocale } from "./paraglide/runtime.js";

export type Locale = (typeof locales)[number];

export { baseLocale, isLocale, locales };

/** Each language by its own name, as people look for it. */
export const localeNames: Record<Locale, string> = { en: "English", fr: "Français" };

type LocaleStore = { getStore(): Locale | undefined };

// The server's bundles each hold a copy of this module; the store they share hangs on globalThis.
const shared = globalThis as { [key: symbol]: LocaleStore | undefined };
export const storeKey = Symbol.for("staffroom.locale");

/** The reader's locale: of the request on the server, of the document in the browser. */
export function currentLocale(): Locale {
  if (typeof document !== "undefined") {
    const { lang } = document.documentElement;
    return isLocale(lang) ? lang : baseLocale;
  }
  return shared[storeKey]?.getStore() ?? baseLocale;
}

/** The reader's locale for numbers, dates and lists: our English is British. */
export const formattingLocale = (): string => (currentLocale() === "en" ? "en-GB" : currentLocale());

overwriteGetLocale(currentLocale);
