import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { keptMailsAreShown } from "~/platform/mail/kept.server";
import type { Actor } from "~/platform/services/actor";
import { askResetForm, resetForm } from "../account";
import { tokenOwner } from "../email-tokens.server";
import { askForReset } from "../operations/ask-for-reset.server";
import { resetPassword } from "../operations/reset-password.server";
import { browserOf } from "./request-browser.server";
import { redirectEntered } from "./session-redirect.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("token");
  if (token === null && searchParams.get("done") === "sent") {
    return { state: "sent", may: { seeMails: keptMailsAreShown(context.services.config) } } as const;
  }
  if (token === null) return { state: "ask" } as const;
  const owner = await tokenOwner(context.services.db, token, "reset");
  return owner ? ({ state: "set", token, email: owner.email } as const) : ({ state: "over" } as const);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await actorOf(args.request, args.context);
  const form = await formOf(args.request.clone());
  return form.has("token") ? setPassword(args, actor) : askForLink(args, actor);
}

async function askForLink({ request, context }: ActionFunctionArgs, actor: Actor) {
  const { services, addressGroup } = context;
  const read = await readForm(request, askResetForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () => askForReset(services, actor, { ...read.input, addressGroup }));
  if ("refusal" in done) return done.refusal;
  return redirectTo("/reset-password?done=sent");
}

async function setPassword({ request, context }: ActionFunctionArgs, actor: Actor) {
  const read = await readForm(request, resetForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () =>
    resetPassword(context.services, actor, { ...read.input, ...browserOf(request) }),
  );
  if ("refusal" in done) return done.refusal;
  return redirectEntered(context, "/settings?done=password", done.result);
}
