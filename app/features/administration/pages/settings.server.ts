import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { isSecondFactorRequired } from "~/platform/sessions/roles-wait.server";
import { changeSettings } from "../operations/change-settings.server";
import { mayChangeSettings } from "../permissions";
import { settingsForm } from "../settings";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(request, context, async (actor) => {
    if (!mayChangeSettings(actor)) throw new NotAllowed();
    return {
      secondFactorRequired: await isSecondFactorRequired(context.services.db),
      saved: new URL(request.url).searchParams.get("done") === "saved",
    };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, settingsForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () => changeSettings(context.services, actor, read.input));
    if ("refusal" in done) return done.refusal;
    return redirectTo("/admin/settings?done=saved");
  });
}
