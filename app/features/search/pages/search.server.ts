import type { LoaderFunctionArgs } from "@remix-run/node";
import { audiencesOf } from "~/features/networks/index.server";
import { actorOf } from "~/platform/http/context.server";
import { readSearchAddress, searchSpec } from "../address";
import { everythingFound } from "../everything-found.server";
import { kindFound } from "../kind-found.server";
import { whatThereIs } from "../what-there-is.server";

/** Everything in groups; one kind in pages; without words and kind, what there is to be found. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { asked, kind } = readSearchAddress(new URL(request.url), services.searchables);
  const audience = await audiencesOf(services.db, await actorOf(request, context));
  const asker = { services, audience, locale };
  const found = kind
    ? await kindFound(asker, asked, kind)
    : asked.text
      ? await everythingFound(asker, asked)
      : await whatThereIs(asker);
  return {
    asked: {
      path: searchSpec.path,
      text: asked.text,
      literal: asked.literal,
      sort: "best",
      sorts: [],
      facets: [],
    },
    ...found,
  };
}
