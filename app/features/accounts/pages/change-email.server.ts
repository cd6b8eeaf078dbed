import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { changeAnswerForm } from "../account";
import { changeByToken } from "../email-changes.server";
import { answerEmailChange } from "../operations/answer-email-change.server";

const outcomes = ["changed", "waits", "undone"] as const;

/** Opening the link changes nothing: programs that look through mails open it too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const outcome = outcomes.find((each) => each === searchParams.get("done"));
  if (outcome) return { state: outcome };
  const token = searchParams.get("token") ?? "";
  const change = await changeByToken(context.services.db, token);
  if (!change) return { state: "over" as const };
  return { state: change.side, token, newEmail: change.newEmail };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await actorOf(request, context);
  const read = await readForm(request, changeAnswerForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () => answerEmailChange(context.services, actor, read.input));
  return "refusal" in done ? done.refusal : redirectTo(`/change-email?done=${done.result}`);
}
