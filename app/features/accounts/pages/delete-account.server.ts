import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { LEAVING_PATH, personOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { deletionForm } from "../account";
import { GRACE_DAYS } from "../deletions.server";
import { askForDeletion } from "../operations/ask-for-deletion.server";
import { hasSecondFactor } from "../second-factor.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const { db, personal } = context.services;
  const now = new Date();
  const missed = await Promise.all(personal.map(({ missedBy }) => missedBy?.(db, person.id, now) ?? []));
  return {
    email: person.email,
    days: GRACE_DAYS,
    missed: missed.flat(),
    codeWanted: await hasSecondFactor(db, person.id),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  const person = await personOf(request, context);
  const cookies = request.headers.get("Cookie");
  return answering(request, context, async () => {
    const read = await readForm(request, deletionForm);
    if ("refusal" in read) return read.refusal;
    const done = await submit(read.form, () => askForDeletion(services, person, { ...read.input, cookies }));
    return "refusal" in done ? done.refusal : redirectTo(LEAVING_PATH);
  });
}
