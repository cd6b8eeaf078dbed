import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { nextPath, redirectTo } from "~/platform/http/redirect.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { secondFactorForm } from "../account";
import { appAddress, inGroups } from "../factor-codes.server";
import { beginSecondFactor } from "../operations/begin-second-factor.server";
import { confirmSecondFactor } from "../operations/confirm-second-factor.server";
import { removeOwnSecondFactor } from "../operations/remove-second-factor.server";
import { renewRecoveryCodes } from "../operations/renew-recovery-codes.server";
import { secondFactorPath } from "../paths";
import { qrCode } from "../qr-code.server";
import { hasApp, recoveryCodesLeft, unconfirmedSecret } from "../second-factor.server";

const nextOf = (request: Request) => nextPath(new URL(request.url).searchParams.get("next"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const { db } = context.services;
  const common = { next: nextOf(request), wanted: person.rolesWait, email: person.email };
  if (await hasApp(db, person.id)) {
    return { ...common, state: "on", codesLeft: await recoveryCodesLeft(db, person.id) } as const;
  }
  const shared = await secretToScan(context.services, person);
  return shared
    ? ({ ...common, state: "begun", ...shared } as const)
    : ({ ...common, state: "off" } as const);
}

async function secretToScan(services: Services, person: Person) {
  const secret = await unconfirmedSecret(services, person.id);
  return secret && { secret: inGroups(secret), qr: qrCode(appAddress(secret, person.email)) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const person = await personOf(request, context);
  const intent = (await formOf(request.clone())).get("intent");
  return answering(request, context, async () => {
    if (intent === "begin") {
      await beginSecondFactor(context.services, person);
      return redirectTo(secondFactorPath(nextOf(request)));
    }
    return withCode(args, person, intent);
  });
}

async function withCode({ request, context }: ActionFunctionArgs, person: Person, intent: unknown) {
  const { services } = context;
  const read = await readForm(request, secondFactorForm);
  if ("refusal" in read) return read.refusal;
  if (intent === "remove") {
    const done = await submit(read.form, () => removeOwnSecondFactor(services, person, read.input));
    return "refusal" in done ? done.refusal : redirectTo("/settings/security?done=second-factor-removed");
  }
  const makeCodes = intent === "renew" ? renewRecoveryCodes : confirmSecondFactor;
  const done = await submit(read.form, () => makeCodes(services, person, read.input));
  return "refusal" in done ? done.refusal : done.result;
}
