import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { removePasskeyForm, renamePasskeyForm } from "../account";
import { removePasskey } from "../operations/remove-passkey.server";
import { renamePasskey } from "../operations/rename-passkey.server";
import { passkeyOf, passkeysOf } from "../passkeys.server";
import { PASSKEYS_PATH } from "../paths";
import { hasApp } from "../second-factor.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { db } = context.services;
  const person = await personOf(request, context);
  return answering(request, context, async () => {
    const passkey = await passkeyOf(db, person.id, params.id ?? "");
    if (!passkey) throw new NotFound();
    const last = (await passkeysOf(db, person.id)).length === 1 && !(await hasApp(db, person.id));
    return { ...passkey, last, wanted: person.rolesWait, email: person.email };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { services } = context;
  const person = await personOf(request, context);
  const passkeyId = params.id ?? "";
  const intent = (await formOf(request.clone())).get("intent");
  return answering(request, context, async () => {
    if (intent === "rename") {
      const read = await readForm(request, renamePasskeyForm);
      if ("refusal" in read) return read.refusal;
      await renamePasskey(services, person, { ...read.input, passkeyId });
      return redirectTo(`${PASSKEYS_PATH}?done=renamed`);
    }
    const read = await readForm(request, removePasskeyForm);
    if ("refusal" in read) return read.refusal;
    const done = await submit(read.form, () => removePasskey(services, person, { ...read.input, passkeyId }));
    return "refusal" in done ? done.refusal : redirectTo(`${PASSKEYS_PATH}?done=removed`);
  });
}
