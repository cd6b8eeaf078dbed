/** Tags that translation tools give out for what another tag means: "es-LA" is not the Spanish of Laos. */
const misused: Record<string, string> = { "es-LA": "es-419", "me-ME": "cnr-ME", "no-NO": "nb-NO" };

/**
 * A language as BCP 47 writes it, "zh-Hans" for "zh_Hans".
 * @returns null where it is none
 */
export function normaliseLanguage(given: string): string | null {
  const tag = given.trim().replaceAll("_", "-");
  if (tag.length > 35 || !/^[A-Za-z]{2,3}(-|$)/.test(tag)) return null;
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? null;
    return canonical && (misused[canonical] ?? canonical);
  } catch {
    return null;
  }
}

const rightToLeft = new Set(["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** Which way a language is written. A script in the tag decides, otherwise the language does. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [first = "", second = ""] = language.split("-");
  if (/^[A-Za-z]{4}$/.test(second)) return /^(arab|hebr|thaa|syrc|nkoo|adlm)$/i.test(second) ? "rtl" : "ltr";
  return rightToLeft.has(first.toLowerCase()) ? "rtl" : "ltr";
}

/**
 * The language one looks for, without its region: "pt" for "pt-BR". Written Chinese is two: "zh-Hans" and "zh-Hant".
 */
export function languageFamily(language: string): string {
  const locale = new Intl.Locale(language);
  return locale.language === "zh" ? `zh-${locale.maximize().script}` : locale.language;
}
