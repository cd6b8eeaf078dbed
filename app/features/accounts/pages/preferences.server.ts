import type { ActionFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import { isLocale } from "~/platform/i18n/locale";
import { preferencesForm } from "../account";
import { rememberLanguage } from "../operations/remember-language.server";
import { localeCookie, themeCookie } from "./preference-cookies.server";

export const loader = () => redirectTo("/");

/** The choices at the foot of every page. What is not a language or an appearance of ours changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  const { appUrl } = services.config;
  const read = await readForm(request, preferencesForm);
  if ("refusal" in read) return redirectTo("/");
  const { locale, theme, next } = read.input;
  const cookies: string[] = [];
  if (isLocale(locale)) {
    await rememberLanguage(services, await actorOf(request, context), { locale });
    cookies.push(localeCookie(locale, appUrl));
  }
  if (theme) cookies.push(themeCookie(theme, appUrl));
  return redirectTo(nextPath(next), { cookies });
}
