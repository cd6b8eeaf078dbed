import { currentLocale } from "~/platform/i18n/locale";
import { languageName } from "~/platform/i18n/vocabulary";
import { languages } from "~db/vocabulary/languages";

/** Those with the most speakers among teachers here and elsewhere: in sight before anything is asked. */
const widelySpoken = ["ar", "de", "en", "es", "fr", "km", "pt", "zh"];

export type LanguageChoice = { value: string; label: string };

/**
 * Every language by its name in the reader's own. Named on the server: browsers know other names.
 * @param chosen stay in sight
 */
export function languageChoices(chosen: readonly string[]): {
  inSight: LanguageChoice[];
  others: LanguageChoice[];
} {
  const { compare } = new Intl.Collator(currentLocale());
  const all = languages
    .map((value) => ({ value, label: languageName(value) }))
    .sort((a, b) => compare(a.label, b.label));
  const shown = new Set([...widelySpoken, ...chosen]);
  return {
    inSight: all.filter(({ value }) => shown.has(value)),
    others: all.filter(({ value }) => !shown.has(value)),
  };
}
