import type { LoaderFunctionArgs } from "@remix-run/node";
import { findSchools } from "../find-schools.server";
import { schoolPlace } from "../school";
import { suggestions, typedIn } from "./suggestions.server";

/** GET /schools/suggest?q= */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await findSchools(context.services.db, typedIn(request));
  return suggestions(
    found.map((school) => ({ id: school.id, label: school.name, detail: schoolPlace(school) })),
  );
}
