import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/platform/http/context.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { deletionOf } from "../deletions.server";
import { longDate } from "../emails/deletion.server";
import { keepAccount } from "../operations/keep-account.server";

const KEPT = "/settings/data?done=kept";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const deletion = await deletionOf(context.services.db, person.id);
  if (!deletion) throw redirectTo("/settings/data");
  return { email: person.email, date: longDate(deletion.dueAt), late: deletion.began };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await personOf(request, context);
  const done = await submit(await formOf(request), () => keepAccount(context.services, person));
  return "refusal" in done ? done.refusal : redirectTo(KEPT);
}
