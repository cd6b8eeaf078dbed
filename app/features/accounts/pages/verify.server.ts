import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { verifyForm } from "../account";
import { tokenOwner } from "../email-tokens.server";
import { confirmAddress } from "../operations/confirm-address.server";
import { proofHolds } from "../sign-up-proof.server";
import { browserOf } from "./request-browser.server";
import { redirectEntered } from "./session-redirect.server";
import { dropSignUp, keptSignUp } from "./sign-up-cookie.server";

/** Opening the link changes nothing: programs that look through mails open it too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const owner = await tokenOwner(context.services.db, token, "verify");
  const { proof } = keptSignUp(request.headers.get("Cookie"));
  if (!owner) return { state: "over" as const };
  return {
    state: proofHolds(proof, owner.passwordHash) ? ("same browser" as const) : ("other browser" as const),
    name: owner.name,
    token,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, addressGroup } = context;
  const actor = await actorOf(request, context);
  const read = await readForm(request, verifyForm);
  if ("refusal" in read) return read.refusal;
  const browser = browserOf(request);
  const { proof, next } = keptSignUp(browser.cookies);
  const done = await submit(read.form, () =>
    confirmAddress(services, actor, { ...read.input, proof, addressGroup, ...browser }),
  );
  if ("refusal" in done) return done.refusal;
  return redirectEntered(context, next, done.result, [dropSignUp(services.config.appUrl)]);
}
