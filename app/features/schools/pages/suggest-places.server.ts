import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPlaces } from "../find-places.server";
import { suggestions, typedIn } from "./suggestions.server";

/** GET /places/suggest?q= */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await findPlaces(context.services.db, typedIn(request));
  return suggestions(found.map(({ id, label, detail }) => ({ id, label, detail })));
}
