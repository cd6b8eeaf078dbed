import type { LoaderFunctionArgs } from "@remix-run/node";
import { audiencesOf } from "~/features/networks/index.server";
import { actorOf } from "~/platform/http/context.server";
import { readSearchAddress } from "../address";
import { suggest } from "../suggest.server";

/** GET /search/suggest?q= */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { services, locale } = context;
  const { asked } = readSearchAddress(new URL(request.url), services.searchables);
  const audience = await audiencesOf(services.db, await actorOf(request, context));
  const suggestions = await suggest({ services, audience, locale }, asked.text);
  // What somebody may find is theirs: no cache keeps it for the next person at this computer.
  return Response.json(suggestions, { headers: { "Cache-Control": "no-store" } });
}
