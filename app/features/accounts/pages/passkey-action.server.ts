import type { ActionFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { nextPath } from "~/platform/http/redirect.server";
import { passkeySignInForm } from "../account";
import { signInWithPasskey } from "../operations/sign-in-with-passkey.server";
import { browserOf } from "./request-browser.server";
import { languageCookies, redirectWithSession } from "./session-redirect.server";

/** The answer to a passkey, on the page to sign in (`secondStep` false) or on the page for the code. */
export async function passkeyAction({ request, context }: ActionFunctionArgs, secondStep: boolean) {
  const { services, addressGroup } = context;
  const actor = await actorOf(request, context);
  const read = await readForm(request, passkeySignInForm);
  if ("refusal" in read) return read.refusal;
  const { answer, next } = read.input;
  const browser = browserOf(request);
  // A refused answer is of no more use, and the page is not to carry it on.
  read.form.delete("answer");
  const done = await submit(read.form, () =>
    signInWithPasskey(services, actor, { answer, secondStep, addressGroup, ...browser }),
  );
  if ("refusal" in done) return done.refusal;
  const { setCookies, locale } = done.result;
  const language = languageCookies(locale, browser.cookies, services.config.appUrl);
  return redirectWithSession(context, nextPath(next), [...setCookies, ...language]);
}
