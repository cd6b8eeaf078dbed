import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { emailChangeForm } from "../account";
import { changeOf } from "../email-changes.server";
import { askForEmailChange } from "../operations/ask-for-email-change.server";
import { tryMailAgain } from "../operations/try-mail-again.server";
import { withdrawEmailChange } from "../operations/withdraw-email-change.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const change = await changeOf(context.services.db, person.id);
  return {
    email: person.email,
    change: change && {
      newEmail: change.newEmail,
      confirmed: change.confirmedAt !== null,
      agreed: change.agreedAt !== null,
    },
    withdrawn: new URL(request.url).searchParams.get("done") === "withdrawn",
    triedAgain: new URL(request.url).searchParams.get("done") === "again",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  const person = await personOf(request, context);
  const intent = (await formOf(request.clone())).get("intent");
  return answering(request, context, async () => {
    if (intent === "withdraw") {
      await withdrawEmailChange(services, person);
      return redirectTo("/settings/email?done=withdrawn");
    }
    if (intent === "again") {
      await tryMailAgain(services, person);
      return redirectTo("/settings/email?done=again");
    }
    const read = await readForm(request, emailChangeForm);
    if ("refusal" in read) return read.refusal;
    const done = await submit(read.form, () => askForEmailChange(services, person, read.input));
    return "refusal" in done ? done.refusal : redirectTo("/settings/email");
  });
}
