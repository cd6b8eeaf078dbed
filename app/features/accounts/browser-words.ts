import { m } from "~/platform/i18n/messages";

/** A browser in words, such as "Firefox on Windows". @param named "" for what is not known */
export function browserWords({ browser, system }: { browser: string; system: string }): string {
  if (browser && system) return m.accounts_session_name({ browser, system });
  return browser || system || m.accounts_session_unknown();
}
