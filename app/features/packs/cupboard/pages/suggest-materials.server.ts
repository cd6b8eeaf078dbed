import type { LoaderFunctionArgs } from "@remix-run/node";
import { nameIn } from "../../queries.server";
import { wholeVocabulary } from "../cupboard.server";
import { suggestMaterials } from "../suggest";

/** Letters of what was typed that are looked at. */
const LONGEST = 80;

/** GET /materials/suggest?q= */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST);
  const found = suggestMaterials(await wholeVocabulary(context.services.db), typed);
  const items = found.map(({ material, by }) => {
    const label = nameIn(material, context.locale);
    return { id: material.slug, label, ...(by && by !== label ? { detail: by } : {}) };
  });
  return Response.json({ items }, { headers: { "Cache-Control": "private, max-age=60" } });
}
