import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { doneWord } from "../components/done";
import { type SettingsInput, settingsForm } from "../network-form";
import { changeSettings } from "../operations/change-settings.server";
import { type Network, networkBySlug } from "../queries.server";
import { seenNetwork } from "../seen-network.server";
import { stateWord } from "../state";
import { policyWord } from "../words";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(context.services.db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const { name, summary, description, joinPolicy, welcome, state, version } = network;
    return {
      head,
      settings: { name, summary, description, joinPolicy, welcome, state, version: String(version) },
      done: doneWord(request.url),
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services } = context;
  const slug = params.slug ?? "";
  const read = await readForm(request, settingsForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () => changeSettings(services, actor, { slug, ...read.input }));
    if (!("refusal" in done)) return redirectTo(`/networks/${slug}/coordinate/settings?done=changed`);
    const { data: refusal, init } = done.refusal;
    if (init?.status !== 409) return done.refusal;
    // Somebody else was faster. Who reads that and saves once more means it: the form goes on from what is there now.
    const current = await networkBySlug(services.db, slug);
    if (!current) throw new NotFound();
    const values = { ...refusal.values, version: String(current.version) };
    return data({ errors: { ...refusal.errors, ...theirs(current, read.input) }, values }, init);
  });
}

/** At each field that would be replaced, what stands there now. */
function theirs(current: Network, typed: SettingsInput): Record<string, string> {
  const shown = {
    ...{ name: current.name, summary: current.summary, description: current.description },
    ...{
      welcome: current.welcome,
      joinPolicy: policyWord(current.joinPolicy),
      state: stateWord(current.state),
    },
  };
  const fields = (Object.keys(shown) as (keyof typeof shown)[]).filter(
    (field) => current[field] !== typed[field],
  );
  return Object.fromEntries(
    fields.map((field) => [field, m.networks_settings_theirs({ text: shown[field].slice(0, 300) })]),
  );
}
