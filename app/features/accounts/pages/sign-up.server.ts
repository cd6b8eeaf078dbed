import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import { keptMailsAreShown } from "~/platform/mail/kept.server";
import { signUpForm } from "../account";
import { signUp } from "../operations/sign-up.server";
import { keepSignUp } from "./sign-up-cookie.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = nextPath(searchParams.get("next"));
  if ((await actorOf(request, context)).kind === "person") throw redirectTo(next);
  return {
    next,
    sent: searchParams.get("done") === "sent",
    may: { seeMails: keptMailsAreShown(context.services.config) },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, locale, addressGroup } = context;
  const actor = await actorOf(request, context);
  const read = await readForm(request, signUpForm);
  if ("refusal" in read) return read.refusal;
  const { next, ...person } = read.input;
  const done = await submit(read.form, () => signUp(services, actor, { ...person, locale, addressGroup }));
  if ("refusal" in done) return done.refusal;
  const kept = keepSignUp({ proof: done.result.proof, next: nextPath(next) }, services.config.appUrl);
  return redirectTo("/sign-up?done=sent", { cookies: [kept] });
}
