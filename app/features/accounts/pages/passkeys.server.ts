import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import type { Person } from "~/platform/services/actor";
import { browserName } from "~/platform/sessions/browser-name.server";
import { addPasskeyForm, beginPasskeyForm, removePasskeyForm } from "../account";
import { addPasskey } from "../operations/add-passkey.server";
import { beginPasskey } from "../operations/begin-passkey.server";
import { renewRecoveryCodes } from "../operations/renew-recovery-codes.server";
import { passkeysPossible } from "../passkey-ceremonies.server";
import { MOST_PASSKEYS, passkeysOf } from "../passkeys.server";
import { PASSKEYS_PATH } from "../paths";
import { recoveryCodesLeft, secondFactorsOf } from "../second-factor.server";

const doneWords = ["added", "renamed", "removed"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, config } = context.services;
  const { id, email } = await personOf(request, context);
  const word = new URL(request.url).searchParams.get("done");
  const passkeys = await passkeysOf(db, id);
  return {
    ...{ passkeys, email, app: (await secondFactorsOf(db, id)).app },
    codesLeft: await recoveryCodesLeft(db, id),
    possible: passkeysPossible(config.appUrl),
    full: passkeys.length >= MOST_PASSKEYS,
    most: MOST_PASSKEYS,
    locale: context.locale,
    done: doneWords.find((each) => each === word) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const person = await personOf(request, context);
  const intent = (await formOf(request.clone())).get("intent");
  return answering(request, context, async () => {
    if (intent === "add") return add(args, person);
    return intent === "renew" ? renew(args, person) : begin(args, person);
  });
}

async function begin({ request, context }: ActionFunctionArgs, person: Person) {
  const cookies = request.headers.get("Cookie");
  const read = await readForm(request, beginPasskeyForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () =>
    beginPasskey(context.services, person, { ...read.input, cookies }),
  );
  if ("refusal" in done) return done.refusal;
  const { options, setCookie } = done.result;
  const suggested = deviceName(request.headers.get("User-Agent"));
  return data({ begun: { options, suggested } }, { headers: { "Set-Cookie": setCookie } });
}

/** What most people would call the device of this browser. */
function deviceName(userAgent: string | null): string {
  if (/\b(iPad|Tablet)\b/.test(userAgent ?? "")) return m.accounts_passkey_tablet();
  if (/\b(iPhone|Mobile|Android)\b/.test(userAgent ?? "")) return m.accounts_passkey_phone();
  return browserName(userAgent).system || m.accounts_passkey_computer();
}

async function add({ request, context }: ActionFunctionArgs, person: Person) {
  const cookies = request.headers.get("Cookie");
  const read = await readForm(request, addPasskeyForm);
  if ("refusal" in read) return read.refusal;
  read.form.delete("answer");
  const done = await submit(read.form, () =>
    addPasskey(context.services, person, { ...read.input, cookies }),
  );
  if ("refusal" in done) return done.refusal;
  const { recoveryCodes } = done.result;
  return recoveryCodes ? { recoveryCodes } : redirectTo(`${PASSKEYS_PATH}?done=added`);
}

async function renew({ request, context }: ActionFunctionArgs, person: Person) {
  const read = await readForm(request, removePasskeyForm);
  if ("refusal" in read) return read.refusal;
  const input = { ...read.input, code: "" };
  const done = await submit(read.form, () => renewRecoveryCodes(context.services, person, input));
  return "refusal" in done ? done.refusal : done.result;
}
