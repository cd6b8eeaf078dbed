import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import { codeForm } from "../account";
import { enterCode } from "../operations/enter-code.server";
import { signInPath } from "../paths";
import { pendingPersonId } from "../pending-sign-ins.server";
import { browserOf } from "./request-browser.server";
import { languageCookies, redirectWithSession } from "./session-redirect.server";

const nextOf = (request: Request) => nextPath(new URL(request.url).searchParams.get("next"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if ((await pendingPersonId(context.services.db, request.headers.get("Cookie"))) === null) {
    throw redirectTo(signInPath(next));
  }
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
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
