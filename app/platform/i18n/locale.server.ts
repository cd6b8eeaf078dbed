import { AsyncLocalStorage } from "node:async_hooks";
import { baseLocale, isLocale, type Locale, locales, storeKey } from "./locale";

const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Locale> | undefined };
shared[storeKey] ??= new AsyncLocalStorage<Locale>();

/** Runs `work` with every message in the given locale; an unknown one falls back to English. */
export function withLocale<Result>(locale: string | null | undefined, work: () => Result): Result {
  return shared[storeKey]!.run(isLocale(locale) ? locale : baseLocale, work);
}

/**
 * Which of our locales a browser likes best.
 * @param header the Accept-Language header, as long as it may be
 */
export function preferredLocale(header: string | undefined): Locale {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return {
        language: tag.trim().split("-")[0]?.toLowerCase() ?? "",
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const found = wishes.find(({ language }) => locales.some((locale) => locale === language));
  return isLocale(found?.language) ? found.language : baseLocale;
}
