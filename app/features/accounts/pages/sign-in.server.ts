import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readCookie } from "~/platform/http/cookies";
import { readForm, submit } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import { isLocale } from "~/platform/i18n/locale";
import { signInForm } from "../account";
import { signIn } from "../operations/sign-in.server";
import { localeCookie } from "./preference-cookies.server";
import { redirectWithSession } from "./session-redirect.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextPath(new URL(request.url).searchParams.get("next"));
  if ((await actorOf(request, context)).kind === "person") throw redirectTo(next);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, addressGroup } = context;
  const actor = await actorOf(request, context);
  const read = await readForm(request, signInForm);
  if ("refusal" in read) return read.refusal;
  const { email, password, next } = read.input;
  const cookies = request.headers.get("Cookie");
  const done = await submit(read.form, () =>
    signIn(services, actor, { email, password, addressGroup, cookies }),
  );
  if ("refusal" in done) return done.refusal;
  const { setCookie, locale } = done.result;
  const followsPerson = isLocale(locale) && readCookie(cookies, "locale") === null;
  const language = followsPerson ? [localeCookie(locale, services.config.appUrl)] : [];
  return redirectWithSession(context, nextPath(next), [setCookie, ...language]);
}
