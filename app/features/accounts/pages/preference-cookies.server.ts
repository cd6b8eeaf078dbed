import { writeCookie } from "~/platform/http/cookies";

const YEAR = 365 * 24 * 3_600;

/** The Set-Cookie header that keeps a language; null follows the browser again. */
export const localeCookie = (locale: string | null, appUrl: string) =>
  writeCookie("locale", locale ?? "", { maxAge: locale ? YEAR : 0, appUrl });

/** The Set-Cookie header that keeps an appearance; "system" follows the browser again. */
export const themeCookie = (theme: "light" | "dark" | "system", appUrl: string) =>
  writeCookie("theme", theme === "system" ? "" : theme, { maxAge: theme === "system" ? 0 : YEAR, appUrl });
