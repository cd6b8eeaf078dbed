import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { type FormRefusal, formOf, readForm, refuse, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import type { Actor } from "~/platform/services/actor";
import type { ShownSchool } from "../components/school-row";
import { countryName } from "../countries";
import { countryChoices } from "../countries.server";
import { tidyQuery } from "../find-place";
import { type FoundSchool, findSchools } from "../find-schools.server";
import { likelySchools } from "../merging/likely-schools.server";
import { addSchool } from "../operations/add-school.server";
import { chooseSchool } from "../operations/choose-school.server";
import { mayAddSchool } from "../permissions";
import { countSchools, schoolsByIds } from "../queries.server";
import { addSchoolForm, chooseSchoolForm, schoolPlace } from "../school";

/** Schools one search offers. */
const MOST_OFFERED = 20;

const page = "/settings/school";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const { db } = context.services;
  const { searchParams } = new URL(request.url);
  const query = tidyQuery(searchParams.get("q") ?? "");
  const found = query ? await findSchools(db, query, { limit: MOST_OFFERED }) : [];
  const mine = (await schoolsByIds(db, [person.schoolId])).get(person.schoolId ?? "");
  const [most] = await countSchools(db);
  const done = searchParams.get("done");
  return {
    query,
    mine: mine ? shown(mine) : null,
    schools: found.map(shown),
    countries: countryChoices(),
    likelyCountry: mine?.country ?? most?.country ?? "",
    done: done === "chosen" || done === "left" ? done : null,
    may: { add: mayAddSchool(person) },
  };
}

const shown = (school: FoundSchool) => ({
  id: school.id,
  name: school.name,
  place: [schoolPlace(school), countryName(school.country)].filter(Boolean).join(", "),
  closedOn: school.closedOn,
});

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  await personOf(request, context);
  const form = await formOf(request.clone());
  const intent = form.get("intent");
  return answering(request, context, async (actor) => {
    if (intent === "add") return add(args, actor);
    if (intent === "leave") return leave(args, actor);
    // Without scripts nothing fills in the id: what was typed becomes a search.
    if (!form.get("schoolId"))
      return redirectTo(`${page}?q=${encodeURIComponent(tidyQuery(String(form.get("q") ?? "")))}`);
    return choose(args, actor);
  });
}

async function choose({ request, context }: ActionFunctionArgs, actor: Actor) {
  const read = await readForm(request, chooseSchoolForm);
  if ("refusal" in read) return read.refusal;
  const done = await submit(read.form, () => chooseSchool(context.services, actor, read.input));
  return "refusal" in done ? done.refusal : redirectTo(`${page}?done=chosen`);
}

async function leave({ context }: ActionFunctionArgs, actor: Actor) {
  await chooseSchool(context.services, actor, { schoolId: null });
  return redirectTo(`${page}?done=left`);
}

/** A refusal of a school that may be listed already, with those it may be. */
export type AddRefusal = FormRefusal & { alike?: ShownSchool[] };

async function add({ request, context }: ActionFunctionArgs, actor: Actor) {
  const read = await readForm(request, addSchoolForm);
  if ("refusal" in read) return read.refusal;
  const { sure, ...school } = read.input;
  const alike = sure || !mayAddSchool(actor) ? [] : await likelySchools(context.services.db, school);
  if (alike.length > 0) {
    const offered = alike.map(({ id, name, ...place }) => ({
      ...{ id, name, closedOn: null },
      place: schoolPlace(place),
    }));
    const refusal = refuse({}, read.form, 409);
    return data<AddRefusal>({ ...refusal.data, alike: offered }, refusal.init ?? undefined);
  }
  const done = await submit(read.form, () => addSchool(context.services, actor, school));
  return "refusal" in done ? done.refusal : redirectTo(`${page}?done=chosen`);
}
