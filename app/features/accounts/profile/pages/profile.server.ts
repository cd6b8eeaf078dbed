import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { fieldsOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { ageBandName, languageName, subjectName } from "~/platform/i18n/vocabulary";
import { languageChoices } from "../language-choices.server";
import { saveProfile } from "../operations/save-profile.server";
import { profileForm } from "../profile";
import { type Profile, profileOf } from "../queries.server";

/** What was ticked in a form that was refused: a list, unlike all else that goes back. */
export type Ticked = Pick<Profile, "subjects" | "ages" | "languages">;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const profile = await profileOf(context.services.db, person.id);
  return {
    id: person.id,
    profile,
    languages: languageChoices(profile.languages),
    done: new URL(request.url).searchParams.get("done") === "saved",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  const person = await personOf(request, context);
  const read = await readForm(request, profileForm);
  const ticked = tickedIn(read.form);
  if ("refusal" in read) return data({ ...read.refusal.data, ticked }, read.refusal.init ?? {});
  return answering(request, context, async () => {
    const done = await submit(read.form, () => saveProfile(services, person, read.input));
    if (!("refusal" in done)) return redirectTo("/settings/profile?done=saved");
    const { data: refusal, init } = done.refusal;
    if (init?.status !== 409) return data({ ...refusal, ticked }, init ?? {});
    // Another browser was faster. Who reads that and saves once more means it: the form goes on from what is there now.
    const current = await profileOf(services.db, person.id);
    const values = { ...refusal.values, version: String(current.version) };
    return data({ errors: { ...refusal.errors, ...theirs(current, read.input) }, values, ticked }, init);
  });
}

function tickedIn(form: FormData): Ticked {
  const fields = fieldsOf(form);
  const of = (name: string) => [fields[name] ?? []].flat();
  return { subjects: of("subjects"), ages: of("ages"), languages: of("languages") } as Ticked;
}

/** At each field that would be replaced, what stands there now. */
function theirs(current: Profile, typed: Profile): Record<string, string> {
  const shown: Record<string, [now: string, typed: string]> = {
    subjects: [current.subjects.map(subjectName).join(", "), typed.subjects.map(subjectName).join(", ")],
    ages: [current.ages.map(ageBandName).join(", "), typed.ages.map(ageBandName).join(", ")],
    languages: [current.languages.map(languageName).join(", "), typed.languages.map(languageName).join(", ")],
    offers: [current.offers, typed.offers],
    wishes: [current.wishes, typed.wishes],
    about: [current.about, typed.about],
  };
  return Object.fromEntries(
    Object.entries(shown)
      .filter(([, [now, wanted]]) => now !== wanted)
      .map(([field, [now]]) => [
        field,
        now ? m.accounts_profile_theirs({ text: now.slice(0, 300) }) : m.accounts_profile_theirs_empty(),
      ]),
  );
}
