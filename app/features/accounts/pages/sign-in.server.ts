import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import { signInForm } from "../account";
import { signIn } from "../operations/sign-in.server";
import { passkeysPossible } from "../passkey-ceremonies.server";
import { passkeyAction } from "./passkey-action.server";
import { browserOf } from "./request-browser.server";
import { languageCookies, redirectEntered } from "./session-redirect.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextPath(new URL(request.url).searchParams.get("next"));
  if ((await actorOf(request, context)).kind === "person") throw redirectTo(next);
  return { next, passkeys: passkeysPossible(context.services.config.appUrl) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { services, addressGroup } = context;
  if ((await formOf(request.clone())).get("intent") === "passkey") return passkeyAction(args, false);
  const actor = await actorOf(request, context);
  const read = await readForm(request, signInForm);
  if ("refusal" in read) return read.refusal;
  const { email, password, next } = read.input;
  const browser = browserOf(request);
  const done = await submit(read.form, () =>
    signIn(services, actor, { email, password, addressGroup, ...browser }),
  );
  if ("refusal" in done) return done.refusal;
  const { locale, ...entered } = done.result;
  const language = entered.codeWanted ? [] : languageCookies(locale, browser.cookies, services.config.appUrl);
  return redirectEntered(context, nextPath(next), entered, language);
}
