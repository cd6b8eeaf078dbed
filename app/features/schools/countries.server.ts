import { currentLocale } from "~/platform/i18n/locale";
import { knownCountries } from "~db/seeds/land/land";
import { countryName } from "./countries";

const known = new Set(knownCountries());

/** Whether it is the ISO 3166-1 alpha-2 code of a country we can place things in. */
export const isKnownCountry = (code: string) => known.has(code);

/** Every country with its name in the reader's language, by name: the choices of a form. */
export function countryChoices(): { value: string; label: string }[] {
  const byName = new Intl.Collator(currentLocale());
  return [...known]
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => byName.compare(a.label, b.label));
}
