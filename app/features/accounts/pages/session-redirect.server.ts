import type { AppLoadContext } from "@remix-run/node";
import { readCookie } from "~/platform/http/cookies";
import { redirectTo } from "~/platform/http/redirect.server";
import { isLocale } from "~/platform/i18n/locale";
import type { Entered } from "../entering.server";
import { codePath } from "../paths";
import { localeCookie } from "./preference-cookies.server";

/**
 * The answer to a form that started or ended a session. A renewal of the session the request came with may wait to be
 * answered too; it is dropped, or it would overwrite the new cookie.
 */
export function redirectWithSession(context: AppLoadContext, path: string, cookies: string[]): Response {
  context.setCookies.length = 0;
  return redirectTo(path, { cookies });
}

/** The answer after a first proof of who somebody is: on to `next`, or first to the page for their code. */
export const redirectEntered = (
  context: AppLoadContext,
  next: string,
  { setCookie, browserCookie, codeWanted }: Entered,
  cookies: string[] = [],
): Response =>
  redirectWithSession(context, codeWanted ? codePath(next) : next, [
    setCookie,
    ...cookies,
    ...(browserCookie ? [browserCookie] : []),
  ]);

/** The Set-Cookie header that brings the language of a person to a browser that has none; none otherwise. */
export const languageCookies = (locale: string | null, cookies: string | null, appUrl: string): string[] =>
  isLocale(locale) && readCookie(cookies, "locale") === null ? [localeCookie(locale, appUrl)] : [];
