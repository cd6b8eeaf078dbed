import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { isLocale, localeNames, locales } from "~/platform/i18n/locale";
import type { Person } from "~/platform/services/actor";
import { passwordForm, profileForm } from "../account";
import { changePassword } from "../operations/change-password.server";
import { changeProfile } from "../operations/change-profile.server";
import { localeCookie } from "./preference-cookies.server";
import { browserOf } from "./request-browser.server";
import { redirectWithSession } from "./session-redirect.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const done = new URL(request.url).searchParams.get("done");
  return {
    name: person.name,
    email: person.email,
    locale: person.locale ?? "",
    languages: locales.map((value) => ({ value: value as string, label: localeNames[value] })),
    done: done === "profile" || done === "password" ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const person = await personOf(args.request, args.context);
  const intent = (await formOf(args.request.clone())).get("intent");
  return answering(args.request, args.context, () =>
    intent === "password" ? savePassword(args, person) : saveProfile(args, person),
  );
}

async function saveProfile({ request, context }: ActionFunctionArgs, person: Person) {
  const { services } = context;
  const read = await readForm(request, profileForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () => changeProfile(services, person, read.input));
  if ("refusal" in done) return done.refusal;
  const locale = isLocale(read.input.locale) ? read.input.locale : null;
  return redirectTo("/settings?done=profile", { cookies: [localeCookie(locale, services.config.appUrl)] });
}

async function savePassword({ request, context }: ActionFunctionArgs, person: Person) {
  const read = await readForm(request, passwordForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () =>
    changePassword(context.services, person, { ...read.input, ...browserOf(request) }),
  );
  if ("refusal" in done) return done.refusal;
  return redirectWithSession(context, "/settings?done=password", [done.result.setCookie]);
}
