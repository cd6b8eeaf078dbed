import type { LoaderFunctionArgs } from "@remix-run/node";
import { countryName, schoolPlace } from "~/features/schools/index.server";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { isId } from "../ids";
import { maySeePeople } from "../permissions";
import { networksOfSchool, schoolSeen, staysAt, teachersAt } from "../school.server";

/** Teachers on one page: a large school, and more than any has here. */
const MOST_TEACHERS = 200;

/** A school for everybody; who teaches there for members. Four queries. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const id = params.id ?? "";
  return answering(request, context, async (actor) => {
    const school = isId(id) ? await schoolSeen(db, id) : undefined;
    if (!school) throw new NotFound();
    if (school.mergedInto) throw redirectTo(`/schools/${school.mergedInto}`, { permanent: true });
    const inside = maySeePeople(actor)
      ? {
          teachers: await teachersAt(db, id, MOST_TEACHERS),
          networks: await networksOfSchool(db, id),
          history: await staysAt(db, id),
        }
      : null;
    return {
      locale: context.locale,
      school,
      place: schoolPlace(school),
      facts: [school.localAuthority, school.phase, countryName(school.country)].filter(Boolean),
      inside,
      teachesHere: actor.kind === "person" && actor.schoolId === id,
      mayChoose: actor.kind === "person" && actor.schoolId !== id && !school.closed,
    };
  });
}
