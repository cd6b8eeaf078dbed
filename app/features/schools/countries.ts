import { currentLocale, type Locale } from "~/platform/i18n/locale";

const names = new Map<Locale, Intl.DisplayNames>();

/**
 * A country's name in the reader's language.
 * @param code ISO 3166-1 alpha-2; anything else comes back as it is
 */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const locale = currentLocale();
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: "region" });
  names.set(locale, known);
  return known.of(code) ?? code;
}
