import { announcedFinds, savedSearchHref } from "~/features/search/index.server";
import type { Services } from "~/platform/services/services.server";
import { notify } from "../telling.server";

/** Tells a person what is new in their saved searches, once for all of them. */
export async function tellOfNewFinds(
  services: Services,
  fact: { personId: string; windows: string },
): Promise<void> {
  const finds = await announcedFinds(services, fact);
  const [first] = finds;
  if (!first) return;
  await notify(services.db, [
    {
      personId: fact.personId,
      kind: "search.new-found",
      occasion: `search-new-found:${fact.windows.split(",")[0]}`,
      details: {
        count: String(finds.reduce((sum, { hits }) => sum + hits.length, 0)),
        names: finds
          .map(({ saved }) => saved.name)
          .join(", ")
          .slice(0, 300),
        windows: fact.windows,
      },
      path: finds.length === 1 ? savedSearchHref(first.saved) : "/settings/saved-searches",
    },
  ]);
}
