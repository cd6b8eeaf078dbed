import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import { codeForm } from "../account";
import { enterCode } from "../operations/enter-code.server";
import { passkeysPossible } from "../passkey-ceremonies.server";
import { signInPath } from "../paths";
import { pendingPersonId } from "../pending-sign-ins.server";
import { secondFactorsOf } from "../second-factor.server";
import { passkeyAction } from "./passkey-action.server";
import { browserOf } from "./request-browser.server";
import { languageCookies, redirectWithSession } from "./session-redirect.server";

const nextOf = (request: Request) => nextPath(new URL(request.url).searchParams.get("next"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  const { db, config } = context.services;
  const personId = await pendingPersonId(db, request.headers.get("Cookie"));
  if (personId === null) throw redirectTo(signInPath(next));
  const { app, passkey } = await secondFactorsOf(db, personId);
  return { next, app, passkey: passkey && passkeysPossible(config.appUrl) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { services } = context;
  if ((await formOf(request.clone())).get("intent") === "passkey") return passkeyAction(args, true);
  const actor = await actorOf(request, context);
  const read = await readForm(request, codeForm);
  if ("refusal" in read) return read.refusal;
  const browser = browserOf(request);
  const done = await submit(read.form, () => enterCode(services, actor, { ...read.input, ...browser }));
  if ("refusal" in done) return done.refusal;
  const { setCookies, locale } = done.result;
  const language = languageCookies(locale, browser.cookies, services.config.appUrl);
  return redirectWithSession(context, nextOf(request), [...setCookies, ...language]);
}
