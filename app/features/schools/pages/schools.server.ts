import type { LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { countryName } from "../countries";
import { tidyQuery } from "../find-place";
import { findSchools } from "../find-schools.server";
import { mayChooseSchool } from "../permissions";
import { countSchools } from "../queries.server";
import { schoolPlace } from "../school";

/** Schools shown for one search; who sees none of theirs among these types more of the name. */
const MOST_SHOWN = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const actor = await actorOf(request, context);
  const query = tidyQuery(new URL(request.url).searchParams.get("q") ?? "");
  const found = query ? await findSchools(db, query, { limit: MOST_SHOWN, closed: true }) : [];
  const counts = await countSchools(db);
  return {
    query,
    countries: counts.map(({ country, schools }) => ({ code: country, name: countryName(country), schools })),
    schools: found.map((school) => ({
      id: school.id,
      name: school.name,
      place: [schoolPlace(school), counts.length > 1 ? countryName(school.country) : ""]
        .filter(Boolean)
        .join(", "),
      closedOn: school.closedOn,
    })),
    more: found.length === MOST_SHOWN,
    may: { choose: mayChooseSchool(actor) },
  };
}
