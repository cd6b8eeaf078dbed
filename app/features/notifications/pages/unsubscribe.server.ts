import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { formOf } from "~/platform/http/forms.server";
import { kindName } from "../kinds";
import { turnOffMails, turnOnMails } from "../operations/turn-off-mails.server";
import { readStopToken } from "../stopping.server";

/** Opening the link changes nothing: programs that look through mails open it too. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return answering(request, context, async () => {
    const stop = await readStopToken(context.services.db, params.token ?? "");
    if (!stop) throw new NotFound();
    return { kinds: stop.kinds.map(kindName) };
  });
}

/**
 * Turns these mails off, or on again. It may come from anywhere, so it asks nothing but the token, and answers without a
 * redirect, as RFC 8058 wants it.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const undo = form.get("intent") === "undo";
  return answering(request, context, async () => {
    const token = params.token ?? "";
    await (undo ? turnOnMails : turnOffMails)(context.services, { token });
    return data({ state: undo ? ("on" as const) : ("off" as const) });
  });
}
