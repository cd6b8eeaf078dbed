import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { verifyForm } from "../account";
import { tokenOwner } from "../email-tokens.server";
import { confirmAddress } from "../operations/confirm-address.server";
import { proofHolds } from "../sign-up-proof.server";
import { redirectWithSession } from "./session-redirect.server";
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
  const cookies = request.headers.get("Cookie");
  const { proof, next } = keptSignUp(cookies);
  const done = await submit(read.form, () =>
    confirmAddress(services, actor, { ...read.input, proof, addressGroup, cookies }),
  );
  if ("refusal" in done) return done.refusal;
  return redirectWithSession(context, next, [done.result.setCookie, dropSignUp(services.config.appUrl)]);
}
