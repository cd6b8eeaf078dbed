import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { languageName } from "~/platform/i18n/vocabulary";
import { kindName } from "../kinds";
import { directionOf, languageFamily } from "../language";
import { licenceAddress, licenceLabel } from "../licence";
import { readResource } from "../queries.server";
import { readText } from "../text/blocks";

export type ResourcePage = Awaited<ReturnType<typeof loader>>;

/** One resource: one query. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  return answering(request, context, async () => {
    const { body, updatedAt: _at, ...resource } = await readResource(services.db, params.slug ?? "");
    return {
      resource,
      blocks: readText(body, resource.title),
      /** Whether the original has pictures or videos, which records come without. */
      pictures: /!\[|\{(?:image|video)\b|<(?:img|iframe|video)\b|youtu\.?be/.test(body),
      direction: directionOf(resource.language),
      kind: resource.kind ? kindName(resource.kind) : null,
      language: languageName(languageFamily(resource.language)),
      /** Whether it is in the reader's language. */
      own: resource.language.split("-")[0] === locale,
      licence: { label: licenceLabel(resource.licence), href: licenceAddress(resource.licence) },
      address: `${services.config.appUrl}/resources/${resource.slug}`,
    };
  });
}
