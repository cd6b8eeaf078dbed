import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { formattingLocale } from "~/platform/i18n/locale";
import { choicesOf, timesOf } from "../choices.server";
import { choosingForm } from "../choosing";
import { kindName, mailedKinds } from "../kinds";
import { chooseMails } from "../operations/choose-mails.server";
import { timeZones } from "../times";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const person = await personOf(request, context);
  const choices = await choicesOf(db, person.id);
  const { times, said } = await timesOf(db, person.id);
  return {
    kinds: mailedKinds.map((kind) => ({ kind, name: kindName(kind), choice: choices[kind]! })),
    times,
    said,
    zones: timeZones(times.timeZone),
    weekdays: weekdays(),
    done: new URL(request.url).searchParams.get("done") === "saved",
  };
}

/** The days of the week by name; 1 is Monday. */
function weekdays() {
  const name = new Intl.DateTimeFormat(formattingLocale(), { weekday: "long", timeZone: "UTC" });
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: `${day}`,
    label: name.format(Date.UTC(2024, 0, day)),
  }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, choosingForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () => chooseMails(context.services, actor, read.input));
    if ("refusal" in done) return done.refusal;
    return redirectTo("/settings/notifications?done=saved");
  });
}
