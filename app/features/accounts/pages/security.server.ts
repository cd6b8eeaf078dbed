import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { sessionsOf } from "~/platform/sessions/list.server";
import { endSessionForm } from "../account";
import { endOwnOtherSessions } from "../operations/end-other-sessions.server";
import { endOwnSession } from "../operations/end-session.server";
import { passkeysPossible } from "../passkey-ceremonies.server";
import { passkeysOf } from "../passkeys.server";
import { hasApp, recoveryCodesLeft } from "../second-factor.server";

const page = "/settings/security";

const doneWords = ["ended", "others-ended", "second-factor-removed"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, config } = context.services;
  const { id } = await personOf(request, context);
  const word = new URL(request.url).searchParams.get("done");
  return {
    browsers: await sessionsOf(db, id, request.headers.get("Cookie")),
    secondFactor: await hasApp(db, id),
    passkeys: passkeysPossible(config.appUrl) ? (await passkeysOf(db, id)).length : null,
    codesLeft: await recoveryCodesLeft(db, id),
    locale: context.locale,
    done: doneWords.find((each) => each === word) ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await personOf(request, context);
  const read = await readForm(request, endSessionForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async () => {
    if (read.form.get("intent") === "others") {
      await endOwnOtherSessions(context.services, person, { cookies: request.headers.get("Cookie") });
      return redirectTo(`${page}?done=others-ended`);
    }
    await endOwnSession(context.services, person, read.input);
    return redirectTo(`${page}?done=ended`);
  });
}
