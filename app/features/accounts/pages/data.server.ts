import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { exportForm } from "../account";
import { askForExport } from "../operations/ask-for-export.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const done = new URL(request.url).searchParams.get("done");
  return { email: person.email, done: done === "kept" || done === "over" ? done : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  const person = await personOf(request, context);
  return answering(request, context, async () => {
    const read = await readForm(request, exportForm);
    if ("refusal" in read) return read.refusal;
    const done = await submit(read.form, () => askForExport(services, person, read.input));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/settings/data/archive?ticket=${encodeURIComponent(done.result)}`);
  });
}
